import { describe, expect, test } from "vitest";
import { countTests, passedBelow } from "./count-tests";

const file = (status: string, ...statuses: string[]) => ({
  name: "/project/tests/browser/a.test.ts",
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

describe("counting the tests of a run", () => {
  test.each([
    ["all passed", [file("passed", "passed", "passed")], 0, { passed: 2, failed: 0 }],
    ["one failed", [file("failed", "passed", "failed")], 1, { passed: 1, failed: 1 }],
    ["a skipped test is no pass", [file("passed", "passed", "skipped", "todo")], 0, { passed: 1, failed: 2 }],
    ["a file that could not be loaded is a failure", [file("failed")], 1, { passed: 0, failed: 1 }],
    [
      "a hook that failed after its tests is a failure",
      [file("failed", "passed")],
      1,
      { passed: 1, failed: 1 },
    ],
    ["an error outside any test is a failure", [file("passed", "passed")], 1, { passed: 1, failed: 1 }],
  ])("%s", (_description, testResults, exitCode, expected) => {
    expect(countTests({ testResults }, exitCode)).toEqual(expected);
  });

  test("tells how many browser tests passed", () => {
    expect(passedBelow({ testResults: [file("passed", "passed", "failed")] }, "tests/browser")).toBe(1);
    expect(passedBelow({ testResults: [file("passed", "passed")] }, "tests/load")).toBe(0);
  });
});
