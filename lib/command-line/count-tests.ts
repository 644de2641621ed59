/** What Vitest writes with its json reporter, as far as it is read here. */
export type VitestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string }[];
  }[];
};

export type Count = { passed: number; failed: number };

/**
 * Passed and failed tests of a run. Whatever is no pass is a failure: a skipped test, and a file that could not be
 * loaded, which Vitest itself counts as no test at all; and a run that failed with no failed test has one more.
 */
export function countTests(report: VitestReport, exitCode: number): Count {
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const good = file.assertionResults.filter(({ status }) => status === "passed").length;
    const bad = file.assertionResults.length - good;
    passed += good;
    failed += bad;
    if (file.status === "failed" && bad === 0) failed += 1;
  }
  if (exitCode !== 0 && failed === 0) failed = 1;
  return { passed, failed };
}

/** How many tests of a run passed in the files below a folder. */
export function passedBelow(report: VitestReport, folder: string): number {
  const files = report.testResults.filter(({ name }) => name.replaceAll("\\", "/").includes(`/${folder}/`));
  return files.flatMap((file) => file.assertionResults).filter(({ status }) => status === "passed").length;
}
