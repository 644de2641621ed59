import { expect, test } from "vitest";
import { type Build, buildInWords } from "./build-in-words";

const build = (state: Build["state"], output: Build["output"] = null): Build => ({
  id: "1",
  data: { census: "2026-03-31", person: null },
  createdAt: "2026-11-24T12:00:00Z",
  state,
  output,
});
const LOST = { message: "connection lost", name: "Error" };
const EXPIRED = { value: { message: "job failed by timeout in active state" } };
const REFUSED = {
  problem: {
    code: "nothing-approved",
    message: "No return for 2026-03-31 has been approved yet.",
    mend: "Build the release once returns have been approved.",
  },
};

test.each<[string, Build, string]>([
  ["waiting", build("created"), "waits for the worker. Look again in a little while"],
  ["running", build("active"), "The build of 31 March 2026 runs. Look again"],
  ["running again", build("active", LOST), "failed (connection lost) and runs again"],
  ["to be tried again", build("retry", LOST), "failed (connection lost) and is tried again by itself"],
  [
    "to be tried again for no reason given",
    build("retry"),
    "31 March 2026 failed and is tried again by itself",
  ],
  ["done", build("completed", { release: 3, hash: "", figures: 9 }), "is done: release 3."],
  [
    "refused",
    build("completed", REFUSED),
    "The build of 31 March 2026 was refused, so no release was made. No return for 2026-03-31 has been approved yet. Build the release once returns have been approved.",
  ],
  ["ended with nothing to show", build("completed", {}), "ended without naming a release"],
  ["ended with no word at all", build("completed"), "ended without naming a release"],
  [
    "failed",
    build("failed", LOST),
    "failed, so no release was made. Why: connection lost. Build it again; if it fails again, tell whoever runs Muster",
  ],
  ["expired", build("failed", EXPIRED), "Why: its worker stopped before the end, or took longer"],
  ["failed for no reason given", build("failed"), "failed, so no release was made. Build it again"],
  ["stopped", build("cancelled"), "was stopped before its end, so no release was made"],
])("a build that is %s says so, why, and what to do", (_, job, words) => {
  expect(buildInWords(job)).toContain(words);
  expect(buildInWords(job).includes("is done")).toBe(typeof job.output?.release === "number");
});
