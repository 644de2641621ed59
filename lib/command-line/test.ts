import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureAppBuild } from "./app-build";
import { type Count, countTests, passedBelow, type VitestReport } from "./count-tests";
import { findChromium } from "./find-chromium";
import { projectDirectory } from "./project-directory";
import { runTool } from "./run-tool";
import { say, sayProblem } from "./say";

type Step = { name: string; holds(): Promise<boolean> };

/**
 * `npm test`: lint, dead code, types, and every test there is, whatever fails on the way; the last line counts them.
 * With arguments, the tests of the files that they name alone.
 */
export async function run(args: string[]): Promise<number> {
  const project = projectDirectory();
  const steps = args.length > 0 ? [] : stepsBefore(project);
  const failed: string[] = [];
  for (const step of steps) {
    say(`\n${step.name}`);
    if (await step.holds()) continue;
    say(`${step.name}: failed`);
    failed.push(step.name);
  }
  say("\ntests");
  const tests = await runTests(project, args);
  const total = { passed: tests.passed + steps.length - failed.length, failed: tests.failed + failed.length };
  if (failed.length > 0) say(`\nFailed beside the tests: ${failed.join(", ")}.`);
  // Alone on the last line: others read it.
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

function stepsBefore(project: string): Step[] {
  const tool = (name: string, ...args: string[]) =>
    runTool(project, { package: name, args }, testEnvironment());
  return [
    {
      name: "lint and import directions",
      holds: async () => (await tool("@biomejs/biome", "check", "--error-on-warnings")) === 0,
    },
    { name: "dead code and dependencies", holds: async () => (await tool("knip", "--no-progress")) === 0 },
    {
      name: "build",
      holds: async () => {
        const built = await ensureAppBuild(project, say);
        if (!built.ok) sayProblem(built.problem);
        return built.ok;
      },
    },
    {
      name: "types",
      // The build leaves Next's own declarations behind, which tsc needs for the pages.
      holds: async () =>
        (await runTool(
          project,
          { package: "typescript", program: "tsc", args: ["--noEmit"] },
          testEnvironment(),
        )) === 0,
    },
    {
      name: "Chromium for the browser tests",
      holds: async () => {
        const found = await findChromium(say);
        if (found.ok) process.env.CHROME_PATH = found.value;
        else sayProblem(found.problem);
        return found.ok;
      },
    },
  ];
}

async function runTests(project: string, args: string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), "muster-report-"));
  const file = join(folder, "report.json");
  try {
    const code = await runTool(
      project,
      {
        package: "vitest",
        args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args],
      },
      testEnvironment(),
    );
    const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
    const count = countTests(report, code);
    if (count.passed + count.failed === 0) {
      say("No test was run.");
      return { passed: 0, failed: 1 };
    }
    if (args.length === 0 && passedBelow(report, "tests/browser") === 0) {
      say("No browser test passed.");
      return { ...count, failed: count.failed + 1 };
    }
    return count;
  } catch {
    say("The tests left no report: what Vitest said is above.");
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ours without what would send the tests to an installation of the user's, or make them behave as in production. */
function testEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, MUSTER_APP_URL, MUSTER_SECRET, MUSTER_STATE, MUSTER_DISCLOSURE_KEY, PORT, ...rest } =
    process.env;
  return { ...rest, NODE_ENV: "test", NEXT_TELEMETRY_DISABLED: "1" };
}
