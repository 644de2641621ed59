import { describe, expect, test } from "vitest";
import { quantiles } from "@/lib/statistics/quantiles";
import type { PublishedRate } from "@/lib/supply/estimation/published-rates";
import { GROUPS } from "@/lib/supply/groups";
import { defaultPopulation } from "@/lib/supply/scenario.fixture";
import { assumptionsOfRates } from "./assumptions-of-rates";
import { drawParameters } from "./draw-parameters";
import { type EffectiveAssumption, effectiveAssumptions, isUncertain } from "./effective-assumptions";
import { type Draw, lawsOfScenario } from "./laws-of-scenario";
import { lookAhead } from "./look-ahead";
import { checkScenario } from "./read-scenario";

const rate = (of: Partial<PublishedRate> & Pick<PublishedRate, "rate">): PublishedRate => ({
  group: "all",
  value: 0.5,
  low: 0.4,
  high: 0.625,
  people: 1000,
  events: 100,
  organisations: 40,
  priorShare: 0.1,
  ...of,
});
const RATES = [
  rate({ rate: "leave" }),
  rate({ rate: "leave", group: "technologist_to_6", value: 2 }),
  rate({ rate: "fill", value: 3, low: 2, high: 4.5 }),
];
const scenarioOf = (assumptions: readonly unknown[]) => {
  const read = checkScenario({ format: "muster-scenario/1", title: "T", horizon: 3, runs: 0, assumptions });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};
const population = defaultPopulation(400, 3);
const fit = { population, residuals: [] };

const group = (id: string) => GROUPS.findIndex((one) => one.id === id);

describe("rates of a release as assumptions", () => {
  const known = assumptionsOfRates(RATES);
  const effective = effectiveAssumptions(scenarioOf([]), known);
  const lawIn = (assumptions: readonly EffectiveAssumption[], draw?: Draw) =>
    lawsOfScenario(assumptions, [], { places: [], population, censusYear: 2026, years: 1 })(draw).laws[0];
  const leaveAt = (id: string, age: number, of = lawIn(effective)) => of?.leave[group(id) * 60 + age - 16];

  test("multiply the hazard at every age: by the group's own rate, or else the profession's", () => {
    // Half of −ln(1 − .13) and of −ln(1 − .05); twice −ln(1 − .07).
    expect(leaveAt("manager", 22)).toBeCloseTo(1 - Math.sqrt(0.87), 12);
    expect(leaveAt("manager", 60)).toBeCloseTo(1 - Math.sqrt(0.95), 12);
    expect(leaveAt("technologist_to_6", 40)).toBeCloseTo(1 - 0.93 ** 2, 12);
    expect(lawIn(effective)?.fillHazard).toEqual(new Array(9).fill(3));
  });

  test("are drawn as unsure as their intervals: a group with a rate of its own by itself, the others together", () => {
    const [uncertain, draw] = [
      effective.filter(isUncertain),
      (run: number) => drawParameters(effective, 1, run),
    ];
    const leaving = uncertain.filter(({ id }) => id === "leave-by-age");
    expect(leaving.map(({ groups }) => groups.length)).toEqual([1, 8]);
    const hazard = (id: string, run: number) =>
      -Math.log1p(-(leaveAt(id, 40, lawIn(effective, draw(run))) ?? 0));
    const runs = Array.from({ length: 400 }, (_, run) => run);
    const ratios = (id: string) => runs.map((run) => Math.log(hazard(id, run) / hazard(id, 0)));
    const [own, others, another] = ["technologist_to_6", "manager", "support"].map(ratios) as [
      number[],
      number[],
      number[],
    ];
    expect(another).toEqual(others.map((one) => expect.closeTo(one, 9)));
    expect(own[1]).not.toBeCloseTo(others[1] ?? 0, 3);
    // Nine in ten of a rate of 0.4 to 0.625 lie within a factor of 1.25 of its middle.
    const [low, high] = quantiles(Float64Array.from(others), [0.05, 0.95]) as [number, number];
    expect((high - low) / 2).toBeGreaterThan(0.9 * Math.log(1.25));
    expect((high - low) / 2).toBeLessThan(1.1 * Math.log(1.25));
  });

  test("differ from year to year as they are told to, each year by a draw of its own, and not where it is not told", () => {
    const varying = effectiveAssumptions(
      scenarioOf([]),
      assumptionsOfRates([
        ...RATES,
        rate({ rate: "leave", group: "between-years", value: 0.2, low: 0.1, high: 0.3 }),
      ]),
    );
    const lawsIn = (assumptions: readonly EffectiveAssumption[], run?: number) =>
      lawsOfScenario(assumptions, [], { places: [], population, censusYear: 2026, years: 12 })(
        run === undefined ? undefined : drawParameters(assumptions, 1, run),
      ).laws;
    const factors = (run?: number) => lawsIn(varying, run).map(({ leavingMultiplier }) => leavingMultiplier);
    expect(new Set(factors())).toEqual(new Set([1]));
    expect(new Set(factors(0)).size).toBe(12);
    const logs = Array.from({ length: 300 }, (_, run) => factors(run).map(Math.log)).flat();
    const deviation = Math.sqrt(logs.reduce((sum, one) => sum + one ** 2, 0) / logs.length);
    expect(deviation).toBeGreaterThan(0.18);
    expect(deviation).toBeLessThan(0.22);
    // Filling is not said to differ, nor is anything where no release tells of it.
    expect(lawsIn(varying, 0).map(({ fillHazard }) => fillHazard[0])).toEqual(
      new Array(12).fill(lawsIn(varying, 0)[0]?.fillHazard[0]),
    );
    expect(new Set(lawsIn(effective, 0).map(({ leavingMultiplier }) => leavingMultiplier)).size).toBe(1);
  });

  test("leave to the defaults what no return tells, and the default's own doubt about the level goes", () => {
    expect(
      effective.filter(({ class: evidence }) => evidence === "illustrative").map(({ id }) => id),
    ).toEqual(
      expect.arrayContaining(["retire-by-age", "retirement-multiplier", "entry-age", "return-share"]),
    );
    expect(effective.filter(({ id }) => id === "leave-by-age").map(({ from }) => from)).toEqual([
      "release",
      "release",
    ]);
    expect(effective.find(({ id }) => id === "leaving-multiplier")?.distribution).toEqual({
      kind: "fixed",
      value: 1,
    });
  });

  test("give way to what a scenario sets, group by group", () => {
    const own = { source: "s", reason: "r", class: "assumption", role: "manager" };
    const some = effectiveAssumptions(
      scenarioOf([{ ...own, id: "leave-by-age", distribution: { kind: "fixed", value: 0.2 } }]),
      known,
    );
    expect(
      some.flatMap(({ id, from, groups }) => (id === "leave-by-age" ? [[from, groups.length]] : [])),
    ).toEqual([
      ["scenario", 1],
      ["release", 1],
      ["release", 7],
    ]);
    // A table that is wholly the scenario's is as unsure as the default is, and not as the release's.
    const { role: _, ...everybody } = own;
    const all = effectiveAssumptions(
      scenarioOf([{ ...everybody, id: "leave-by-age", distribution: { kind: "fixed", value: 0.2 } }]),
      known,
    );
    expect(all.find(({ id }) => id === "leaving-multiplier")?.from).toBe("default");
  });

  test("a look by them says so, and names only what is still illustrative", () => {
    const [by, without] = [lookAhead(fit, "Y56", known), lookAhead(fit, "Y56")];
    expect([by.estimated, without.estimated]).toEqual([true, false]);
    expect(without.restsOn.length - by.restsOn.length).toBe(2);
    // More leave of the technologists that it is made of, and posts are filled faster.
    expect(by.left).toBeGreaterThan(0);
    expect(by.years[10]?.inPostWte).not.toBeCloseTo(without.years[10]?.inPostWte ?? 0, 1);
  });
});
