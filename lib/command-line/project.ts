import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { canonicalJson, hashOf, scenarioHash } from "@/lib/scenarios/canonical";
import { compareScenarios } from "@/lib/scenarios/compare-scenarios";
import { driversOf } from "@/lib/scenarios/drivers";
import { isUncertain } from "@/lib/scenarios/effective-assumptions";
import { GOAL, type Goal, goalSeek } from "@/lib/scenarios/goal-seek";
import type { ToProject } from "@/lib/scenarios/prepare-projection";
import { MODEL_VERSION, type Projection } from "@/lib/scenarios/projection";
import { projectionInWords } from "@/lib/scenarios/projection-in-words";
import { readJson, readScenario, scenarioProblem } from "@/lib/scenarios/read-scenario";
import type { Scenario } from "@/lib/scenarios/scenario";
import { tornado } from "@/lib/scenarios/tornado";
import { unknownNames } from "@/lib/scenarios/unknown-names";
import { releaseToProject } from "@/lib/services/published/release-to-project";
import { GROUPS } from "@/lib/supply/groups";
import { knownNames } from "./known-names";
import { asOperator } from "./operator-site";
import { type ProjectArguments, readProjectArguments } from "./project-arguments";
import { projectDirectory } from "./project-directory";
import { readFilesToProject } from "./project-files";
import { projectInThreads } from "./project-in-threads";
import { say, sayProblem } from "./say";

/**
 * `muster project`: who will be in post, from workforce files and a scenario alone. The shape of the answer is
 * in docs/method/output.md. Exit code 0, 1 errors in a file or scenario, 2 refused or not understood.
 */
export async function run(args: string[]): Promise<number> {
  const asked = readProjectArguments(args);
  if (!asked.ok) return refused(asked.problem, 2);
  const scenario = await readAsked(asked.value);
  if (!scenario.ok) return refused(scenario.problem, 1);
  if (asked.value.workforce.length === 0) return runOnRelease(asked.value, scenario.value);
  const files = await readFilesToProject(asked.value, asked.value.census);
  if (!files.ok) return refused(files.problem, files.problem.exit);
  const { census, places, texts } = files.value;
  const base = { kind: "files", hash: await hashOf(texts.join("\n")), census } as const;
  return answer(asked.value, base, { scenario: scenario.value, census, places });
}

/** The same from the published figures of a release in the database. The scenario says of which it was run. */
function runOnRelease(asked: ProjectArguments, scenario: Scenario): Promise<number> {
  return asOperator(async (site) => {
    const named = asked.release ?? scenario.release ?? "latest";
    const path = asked.release !== null ? "--release" : "release";
    const found = await releaseToProject(site, { release: named, path, places: asked.places });
    if (!found.ok) return refused(found.problem, 1);
    const { release, places, known } = found.value;
    const { number, hash, census } = release;
    const ratesHash = known.length > 0 ? await hashOf(canonicalJson(known)) : null;
    return answer(
      asked,
      { kind: "release", hash, ratesHash, census, release: number },
      { scenario: { ...scenario, release: number }, census, places, known },
    );
  });
}

/** Projects, and writes the answer. */
async function answer(asked: ProjectArguments, base: Projection["base"], given: ToProject): Promise<number> {
  const { scenario, places } = given;
  const names = await knownNames(places);
  if (!names.ok) return refused(names.problem, 1);
  const unknown = unknownNames(scenario, names.value);
  if (unknown.length > 0) return refused(scenarioProblem(unknown).problem, 1);
  const analyses = await analysesOf(asked, given);
  if (!analyses.ok) return refused(analyses.problem, 1);
  const {
    assumptions,
    warnings,
    places: projected,
  } = await projectInThreads(given, {
    program: process.env.MUSTER_PROJECT_THREAD ?? null,
    threads: asked.threads ?? availableParallelism(),
  });
  const projection: Projection = {
    model: MODEL_VERSION,
    scenario,
    scenarioHash: await scenarioHash(scenario),
    base,
    seed: scenario.seed,
    runs: scenario.runs,
    assumptions: assumptions.map((one) => ({
      ...one,
      groupIds: one.groups.map((group) => GROUPS[group]?.id ?? ""),
      uncertain: isUncertain(one),
    })),
    restsOnIllustrative: [
      ...new Set(assumptions.flatMap((one) => (one.class === "illustrative" ? [one.title] : []))),
    ],
    warnings,
    places: projected,
    ...analyses.value,
  };
  for (const warning of warnings) say(warning);
  process.stdout.write(
    asked.json ? `${JSON.stringify(projection, null, 2)}\n` : projectionInWords(projection),
  );
  return 0;
}

function refused(problem: Problem, exit: 1 | 2): 1 | 2 {
  sayProblem(problem);
  return exit;
}

/** The scenario asked for, with the seed and number of runs of the command where it gives them. */
async function readAsked({
  scenario,
  workforce,
  runs,
  seed,
}: Omit<ProjectArguments, "against" | "tornado" | "goal">): Promise<Result<Scenario>> {
  const text = await readScenarioText(scenario);
  if (!text.ok) return text;
  const read = readScenario(text.value);
  if (!read.ok) return scenarioProblem(read.problem);
  if (read.value.release !== undefined && workforce.length > 0)
    return scenarioProblem([
      {
        path: "release",
        expected: "nothing, since plain files are projected",
        found: String(read.value.release),
      },
    ]);
  return ok({ ...read.value, ...(runs !== null && { runs }), ...(seed !== null && { seed }) });
}

/** The comparison, tornado and goal that were asked for. */
async function analysesOf(
  command: ProjectArguments,
  asked: ToProject,
): Promise<Result<Pick<Projection, "comparison" | "tornado" | "goal">>> {
  const found: Pick<Projection, "comparison" | "tornado" | "goal"> = {};
  const { against, tornado: swaying, goal } = command;
  const { scenario, places } = asked;
  if (against !== null) {
    const read = await readAsked({ ...command, scenario: against });
    if (!read.ok) return read;
    // Both are run on what is projected here, whatever release they name.
    const { release } = scenario;
    const other = ok({ ...read.value, ...(release !== undefined && { release }) });
    const year = Math.min(scenario.horizon, other.value.horizon);
    found.comparison = {
      against: { scenario: other.value, scenarioHash: await scenarioHash(other.value) },
      ...compareScenarios(asked, scenario, other.value),
      drivers: places.flatMap(
        ({ code }) =>
          driversOf(asked, {
            first: scenario,
            second: other.value,
            place: code,
            measure: "inPostWte",
            year,
          }) ?? [],
      ),
    };
  }
  if (swaying) {
    const about = { measure: "inPostWte", year: scenario.horizon } as const;
    found.tornado = places.flatMap(({ code }) => {
      const sways = tornado(asked, { place: code, ...about });
      return sways ? [{ place: code, ...about, ...sways }] : [];
    });
  }
  if (goal !== null) {
    const read = await readGoal(goal);
    if (!read.ok) return read;
    const answer = goalSeek(asked, read.value);
    if (!answer.ok) return answer;
    found.goal = { asked: read.value, answer: answer.value };
  }
  return ok(found);
}

async function readGoal(path: string): Promise<Result<Goal>> {
  const text = await readFile(path, "utf8").catch((error: Error) => error);
  if (typeof text !== "string") return fail("goal-read", `${path} cannot be read: ${text.message}.`);
  const faults = readJson(text, GOAL);
  return faults.ok ? faults : scenarioProblem(faults.problem);
}

/** A file, or a ready-made scenario by its name: `data/scenarios/NAME.json`. */
async function readScenarioText(scenario: string): Promise<Result<string>> {
  const ready = /^[a-z0-9-]+$/.test(scenario)
    ? join(projectDirectory(), "data", "scenarios", `${scenario}.json`)
    : null;
  for (const path of [scenario, ready]) {
    if (path === null) continue;
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => error);
    if (typeof text === "string") return ok(text);
    if (text.code !== "ENOENT") return fail("scenario-read", `${path} cannot be read: ${text.message}.`);
  }
  return fail(
    "scenario-read",
    `There is no file ${scenario}, and no ready-made scenario of that name.`,
    "Give the path of a JSON file, or a name of data/scenarios.",
  );
}
