import { expect, test } from "vitest";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { windowWords } from "./window-words";

test("more time is said with the reason for which it was given", () => {
  const window = {
    status: "open",
    closes: "2026-05-01",
    extendedUntil: "2026-06-01",
    extensionReason: "A merger.",
  };
  const view = { window, submissions: [], collectionOpen: true } as unknown as ReturnView;
  expect(windowWords(view, new Date("2026-05-10T00:00:00Z"))).toBe(
    "You were given until 1 June 2026. The reason given: “A merger.”",
  );
});
