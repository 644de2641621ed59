import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each([
  ["a page of ours", "/returns/ZS001?census=2026-03-31", "/returns/ZS001?census=2026-03-31"],
  ["nothing", null, "/sign-in/landed"],
  ["no text", "", "/sign-in/landed"],
  ["another site", "https://example.org/", "/sign-in/landed"],
  ["another site without a scheme", "//example.org/", "/sign-in/landed"],
  ["another site with backslashes", "/\\example.org", "/sign-in/landed"],
  ["another site behind a tab", "/\t/example.org", "/sign-in/landed"],
  ["another site behind dots", "/x/..//example.org", "/sign-in/landed"],
  ["a script", "javascript:alert(1)", "/sign-in/landed"],
  ["a path without its slash", "returns", "/sign-in/landed"],
  ["signing in again", "/sign-in?next=/sign-in", "/sign-in/landed"],
  ["signing out", "/sign-out", "/sign-in/landed"],
  ["an address that only begins alike", "/sign-instructions", "/sign-instructions"],
])("%s", (_, asked, expected) => expect(ownPath(asked)).toBe(expected));
