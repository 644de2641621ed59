import { randomStream } from "@/lib/sample/random";
import { drawParameters } from "@/lib/scenarios/draw-parameters";
import { effectiveAssumptions } from "@/lib/scenarios/effective-assumptions";
import { figureOf } from "@/lib/scenarios/figures-of-paths";
import { lawsOfScenario } from "@/lib/scenarios/laws-of-scenario";
import { wholeNation } from "@/lib/scenarios/prepare-projection";
import { SCENARIO_FORMAT, type Scenario } from "@/lib/scenarios/scenario";
import { tornado } from "@/lib/scenarios/tornado";
import { compileLaw } from "@/lib/supply/compile-law";
import { expectation, outline } from "@/lib/supply/expectation";
import { referenceExpectation } from "@/lib/supply/expectation.fixture";
import { GROUPS } from "@/lib/supply/groups";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Population } from "@/lib/supply/population";
import { populationFromPosts, type WorkforceLine } from "@/lib/supply/population-from-posts";
import { type Paths, samplePaths } from "@/lib/supply/sample-paths";
import { uniforms } from "@/lib/supply/scenario.fixture";
import { simulatePosts } from "@/lib/supply/simulate-posts.fixture";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { toldRun } from "@/lib/supply/told-run";
import type { YearLaw } from "@/lib/supply/year-law";
import { atLeast, atMost, type BenchRow } from "./bench-row";

const ORGANISATIONS = 200;
const POSTS = 15;
const YEARS = 20;
const RUNS = 1000;
const DRAWS = 1000;
const AGES = ["under_25", "25_29", "30_34", "35_39", "40_44", "45_49", "50_54", "55_59", "60_64"];
const ROLES = [
  "clinical_scientist",
  "clinical_technologist",
  "clinical_technologist",
  "associate",
  "trainee",
];

/** A profession of 3,000 posts in 200 departments. */
function departments(): Population[] {
  const random = randomStream(1, "bench supply");
  const one = <T>(of: readonly T[]): T => of[Math.floor(random.uniform() * of.length)] as T;
  const line = (of: Partial<WorkforceLine>): WorkforceLine => ({
    line_type: "person",
    role: one(ROLES),
    specialism: "equipment_management",
    afc_band: one(["5", "6", "7", "8a"]),
    age_band: one(AGES),
    headcount: 1,
    in_post_wte: 1,
    establishment_wte: 1,
    vacancy_state: null,
    ...of,
  });
  const vacancy = { line_type: "vacancy", age_band: null, in_post_wte: null, vacancy_state: "advertised" };
  return Array.from({ length: ORGANISATIONS }, () => {
    const people = Array.from({ length: POSTS - 1 }, () => line({}));
    return populationFromPosts([...people, line(vacancy)]).population;
  });
}

const LOOK: Scenario = {
  format: SCENARIO_FORMAT,
  title: "Bench",
  horizon: YEARS,
  seed: 1,
  runs: RUNS,
  assumptions: [],
  levers: [],
};

/** The least of a few runs once warm, in milliseconds: what else the machine does can only add to it. */
function milliseconds(times: number, run: () => void): number {
  run();
  return Math.min(
    ...Array.from({ length: times }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );
}

/** Every quantile that is shown of every year and row. */
function everyQuantile(paths: Paths): number {
  let cells = 0;
  const { runs } = paths;
  for (let cell = 0; cell < (paths.years + 1) * PATH_ROWS; cell += 1) {
    // Groups without a post have nothing to show.
    if (paths.filled[(cell % PATH_ROWS) * runs] === 0 && paths.vacant[(cell % PATH_ROWS) * runs] === 0)
      continue;
    for (const table of [paths.filled, paths.vacant, paths.inPostWte, paths.aged55]) {
      const { p95 = 0 } = figureOf(0, table.subarray(cell * runs, (cell + 1) * runs) as typeof table);
      cells += p95 > 0 ? 1 : 0;
    }
  }
  return cells;
}

/** The supply model's budgets: expectation, draws, histories and tornado, each beside its plain twin where there is one. */
export function modelSupply(): BenchRow[] {
  const own = departments();
  const whole = sumPopulations(own);
  const regions = Array.from({ length: 7 }, (_, region) =>
    sumPopulations(own.filter((_one, at) => at % 7 === region)),
  );
  const assumptions = effectiveAssumptions(LOOK);
  const laws = lawsOfScenario(assumptions, [], {
    places: [],
    population: whole,
    censusYear: 2026,
    years: YEARS,
  });
  const drawn = (run: number) => laws(drawParameters(assumptions, 1, run)).laws;
  const compiled = compileLaw(laws().laws, "nation");
  const { shared } = expectation(whole, compiled, { collect: true });

  const centre = milliseconds(30, () => {
    const law = compileLaw(laws().laws, "nation");
    for (const population of [whole, ...regions]) expectation(population, law);
  });
  const draws = milliseconds(3, () => {
    for (let run = 0; run < DRAWS; run += 1) outline(whole, compileLaw(drawn(run), "nation"));
  });
  const plainDraws = milliseconds(1, () => {
    for (let run = 0; run < 10; run += 1) referenceExpectation(whole, drawn(run), "nation");
  });

  // As a projection has them: a draw of the parameters for each history, and what it told, shared by all places.
  const everyDraw = Array.from({ length: RUNS }, (_, run) => drawn(run));
  const told = toldRun(shared, "organisation");
  const histories = (population: Population, runs: number) =>
    samplePaths({
      population,
      view: "organisation",
      years: YEARS,
      runs,
      seed: 1,
      stream: 1,
      historyOf: (run) => ({ laws: everyDraw[run] as YearLaw[], told }),
    });
  const all = milliseconds(1, () => {
    for (const population of own) everyQuantile(histories(population, RUNS));
  });
  const [first = whole] = own;
  const one = milliseconds(5, () => everyQuantile(histories(first, RUNS)));
  const fewRuns = 200;
  const few = milliseconds(5, () => histories(first, fewRuns));
  const perYear = milliseconds(2, () => {
    const uniform = uniforms(1);
    const central = laws().laws;
    for (let run = 0; run < fewRuns; run += 1) simulatePosts(first, central, shared, uniform);
  });
  const place = wholeNation(whole);
  const asked = { scenario: LOOK, census: "2026-03-31", places: [place], nation: whole };
  const sways = milliseconds(5, () => tornado(asked, { place: "ALL", measure: "inPostWte", year: YEARS }));

  const size = `${ORGANISATIONS} organisations, ${ORGANISATIONS * POSTS} posts`;
  return [
    atMost(5, {
      name: `expectation of nation and regions, ${GROUPS.length} groups × ${YEARS} years`,
      value: centre,
      unit: "ms",
    }),
    atMost(100, {
      name: `${DRAWS} parameter draws of the nation, ${YEARS} years, one thread`,
      value: draws,
      unit: "ms",
    }),
    atLeast(30, {
      name: "the same, against the law in objects",
      value: (plainDraws * DRAWS) / 10 / draws,
      unit: "×",
    }),
    // Places are independent of one another, so that two cores take half of it: the budget for two is 1,500 ms.
    atMost(3000, {
      name: `${RUNS} histories × ${YEARS} years of ${size}, with every quantile, one core`,
      value: all,
      unit: "ms",
    }),
    atLeast(2.5, {
      name: "histories by whole stays, against draws year by year",
      value: perYear / few,
      unit: "×",
    }),
    atMost(40, { name: `one organisation, ${RUNS} histories with every quantile`, value: one, unit: "ms" }),
    atMost(150, { name: "tornado of the nation", value: sways, unit: "ms" }),
  ];
}
