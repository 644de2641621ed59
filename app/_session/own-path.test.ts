import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each([
  ["a page of ours", "/returns/ZS001?census=2026-03-31", "/returns/ZS001?census=2026-03-31"],
  ["nothing", null, "/returns"],
  ["no text", "", "/returns"],
  ["another site", "https://example.org/", "/returns"],
  ["another site without a scheme", "//example.org/", "/returns"],
  ["another site with backslashes", "/\\example.org", "/returns"],
  ["another site behind a tab", "/\t/example.org", "/returns"],
  ["another site behind dots", "/x/..//example.org", "/returns"],
  ["a script", "javascript:alert(1)", "/returns"],
  ["a path without its slash", "returns", "/returns"],
  ["signing in again", "/sign-in?next=/sign-in", "/returns"],
  ["signing out", "/sign-out", "/returns"],
  ["an address that only begins alike", "/sign-instructions", "/sign-instructions"],
])("%s", (_, asked, expected) => expect(ownPath(asked)).toBe(expected));
