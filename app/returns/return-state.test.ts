import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { returnState, waitsFor } from "./return-state";

const NOTHING_NEW = { code: "nothing-new", message: "These files are the ones already approved." };
const ERRORS = { code: "errors", message: "workforce.csv has 6 errors." };

const view = (of: {
  state?: "submitted" | "approved" | "withdrawn";
  kind?: "files" | "nil";
  draft?: number;
  obstacles?: ReturnView["obstacles"];
  open?: boolean;
}): ReturnView =>
  ({
    organisation: "ZS001",
    census: "2026-03-31",
    collectionOpen: of.open ?? true,
    draft: Array.from({ length: of.draft ?? 0 }, () => ({ part: "workforce" })),
    submissions: of.state
      ? [{ version: 1, state: of.state, kind: of.kind ?? "files", submittedBy: "other", parts: [] }]
      : [],
    obstacles: of.obstacles ?? [],
  }) as unknown as ReturnView;

const submitter: Viewer = {
  kind: "person",
  person: "me",
  name: "Someone",
  memberships: [{ role: "submitter", organisation: "ZS001" }],
};

test("who sends for a service unit is not told to send a nil return", () => {
  expect(returnState(view({})).waits).toContain("nil return");
  expect(returnState(view({}), true).waits).toBe("Upload the files of your service unit.");
});

test.each([
  ["nothing yet", view({}), "Not started", true],
  ["files with errors", view({ draft: 1, obstacles: [ERRORS] }), "In work", true],
  ["files without", view({ draft: 1 }), "Ready to submit", true],
  ["a version that waits", view({ state: "submitted", draft: 1 }), "Waiting for approval", false],
  ["a version sent back", view({ state: "withdrawn", draft: 1 }), "Sent back", true],
  [
    "an approved version with its own files",
    view({ state: "approved", draft: 1, obstacles: [NOTHING_NEW] }),
    "Approved",
    false,
  ],
  [
    "newer files with errors over an approved version",
    view({ state: "approved", draft: 1, obstacles: [ERRORS] }),
    "Changes not submitted",
    true,
  ],
  [
    "newer files over an approved version",
    view({ state: "approved", draft: 1 }),
    "Changes not submitted",
    true,
  ],
  [
    "files over an approved nil return",
    view({ state: "approved", kind: "nil", draft: 1 }),
    "Changes not submitted",
    true,
  ],
  ["an approved nil return", view({ state: "approved", kind: "nil" }), "Nil return approved", false],
  [
    "newer files when the collection has closed",
    view({ state: "approved", draft: 1, open: false }),
    "Approved",
    false,
  ],
  ["nothing when the collection has closed", view({ open: false }), "Not returned", false],
])("%s", (_, given, text, waits) => {
  expect(returnState(given).text).toBe(text);
  expect(waitsFor(submitter, given)).toBe(waits);
});

test("newer files are said not to count, with what stands in their way", () => {
  expect(returnState(view({ state: "approved", draft: 1, obstacles: [ERRORS] })).waits).toBe(
    "Version 1 is approved, and counts. The files sent since are not submitted: workforce.csv has 6 errors.",
  );
});
