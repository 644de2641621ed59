import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ANALYSED, expectedOf } from "@/lib/scenarios/measure-of";
import { type PlaceToProject, prepareProjection, wholeNation } from "@/lib/scenarios/prepare-projection";
import { MODEL_VERSION } from "@/lib/scenarios/projection";
import { checkScenario, readScenario } from "@/lib/scenarios/read-scenario";
import type { Scenario } from "@/lib/scenarios/scenario";
import { GROUPS } from "@/lib/supply/groups";
import { emptyPopulation, inPostWte } from "@/lib/supply/population";
import { uniforms } from "@/lib/supply/scenario.fixture";

const READY = [
  "today-continues",
  "10-year-plan-shifts",
  "training-expansion",
  "retention",
  "retirement-wave",
  "recruitment-freeze",
  "risk-based-maintenance",
];

/** A nation of 3,000 posts in round numbers, so that no change of the sample moves a check of the model. */
const NATION: PlaceToProject = (() => {
  const population = emptyPopulation();
  const heads = [260, 190, 150, 1250, 620, 170, 150, 90, 120];
  for (const [at, stock] of population.groups.entries()) {
    const trainee = GROUPS[at]?.id === "trainee";
    for (let age = 20; age < 70; age += 1) {
      const young = trainee ? (age < 30 ? 1 : 0.05) : age < 25 ? 0.3 : age < 60 ? 1 : 0.4;
      stock.first[age - 16] = young;
    }
    const all = stock.first.reduce((sum, count) => sum + count, 0);
    stock.first = stock.first.map((count) => (count * (heads[at] ?? 0)) / all);
    stock.wteFirst.fill(0.94);
    stock.wteReturned.fill(0.75);
    stock.vacantPosts = (heads[at] ?? 0) * 0.064;
    stock.frozenShare = 0.1;
    stock.establishmentWte = inPostWte(stock) + 0.94 * stock.vacantPosts;
  }
  return wholeNation(population);
})();

const ready = (name: string): Scenario => {
  const read = readScenario(
    readFileSync(join(import.meta.dirname, `../../data/scenarios/${name}.json`), "utf8"),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};

/** The measures by year, expectations. */
function figuresOf(scenario: Scenario): Record<string, number[]> {
  const prepared = prepareProjection({
    scenario: { ...scenario, runs: 0 },
    census: "2026-03-31",
    places: [NATION],
  });
  const [here] = prepared.places;
  if (!here) throw new Error("No place");
  const mean = here.outlineIn();
  return Object.fromEntries(
    ANALYSED.map((measure) => [
      measure,
      Array.from(
        { length: scenario.horizon + 1 },
        (_, year) => expectedOf(measure, mean, here.centre, year) ?? Number.NaN,
      ),
    ]),
  );
}

const CHECKS = z
  .array(
    z.strictObject({
      scenario: z.enum(READY),
      measure: z.enum(ANALYSED),
      is: z.enum(["at least", "at most"]),
      /** So many times the figure of another scenario, or a value. */
      of: z.enum(READY).optional(),
      times: z.number().optional(),
      value: z.number().optional(),
      years: z.tuple([z.int(), z.int()]),
      why: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "checks.json"), "utf8")));

describe("what the model must say, as data", () => {
  test.each(CHECKS)(
    "$scenario: $measure is $is in years $years",
    ({ scenario, measure, is, of, times, value, years, why }) => {
      const figures = figuresOf(ready(scenario))[measure] ?? [];
      const others = of === undefined ? null : (figuresOf(ready(of))[measure] ?? []);
      for (let year = years[0]; year <= years[1]; year += 1) {
        const bound =
          others === null ? (value ?? Number.NaN) : (others[year] ?? Number.NaN) * (times ?? Number.NaN);
        const found = figures[year] ?? Number.NaN;
        const met = is === "at least" ? found >= bound - 1e-9 : found <= bound + 1e-9;
        expect(met, `${why}: ${found} in year ${year}, to be ${is} ${bound}`).toBe(true);
      }
    },
  );
});

/** Scenarios of every kind of lever and assumption, from a seed. */
function sampled(seed: number): Scenario {
  const draw = uniforms(seed);
  const between = (low: number, high: number) => low + (high - low) * draw();
  const role = () => (draw() < 0.5 ? undefined : GROUPS[Math.floor(draw() * GROUPS.length)]?.id);
  const ranges = {
    retention: [0.3, 1.5],
    "time-to-fill": [2, 24],
    establishment: [-0.04, 0.06],
    "frozen-share": [0, 0.8],
    "retire-and-return": [0, 0.8],
    "part-time": [-0.2, 0.4],
  } as const;
  const chosen = (Object.keys(ranges) as (keyof typeof ranges)[]).filter(() => draw() < 0.5);
  const read = checkScenario({
    format: "muster-scenario/1",
    title: `Sampled ${seed}`,
    horizon: 10,
    runs: 0,
    assumptions: [
      {
        id: "move",
        distribution: { kind: "fixed", value: between(0, 0.1) },
        source: "Sampled",
        reason: "Sampled",
        class: "assumption",
      },
      {
        id: "promote",
        distribution: { kind: "fixed", value: between(0, 0.05) },
        source: "Sampled",
        reason: "Sampled",
        class: "assumption",
      },
    ],
    levers: chosen.map((id) => ({
      id,
      from: 2027 + Math.floor(draw() * 4),
      value: between(ranges[id][0], ranges[id][1]),
      reason: "Sampled",
      ...(id === "retire-and-return" ? {} : { role: role() }),
    })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

test("no figure moves without a new version of the model, and with one what moved is shown", async () => {
  const scenarios = [...READY.map(ready), ...Array.from({ length: 200 }, (_, seed) => sampled(seed + 1))];
  const now = Object.fromEntries(
    scenarios.map((scenario) => {
      const figures = figuresOf(scenario);
      const at = (measure: string) =>
        [5, 10].map((year) => Number((figures[measure]?.[year] ?? Number.NaN).toPrecision(10)));
      return [
        scenario.title,
        { inPostWte: at("inPostWte"), vacancyRate: at("vacancyRate"), share55: at("share55") },
      ];
    }),
  );
  const text = `${JSON.stringify({ model: MODEL_VERSION, figures: now }, null, 1)}\n`;
  // The difference that a failure prints is old against new; a change that is meant raises MODEL_VERSION and takes the new.
  await expect(text).toMatchFileSnapshot("figures.json");
});
