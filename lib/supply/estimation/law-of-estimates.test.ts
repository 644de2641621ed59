import { describe, expect, it } from "vitest";
import { counterUniform } from "@/lib/statistics/counter-uniform";
import { AGE_COUNT, YOUNGEST } from "../ages";
import { compileLaw } from "../compile-law";
import { defaultLaw } from "../year-law";
import { estimateRates } from "./estimate-rates";
import { lawOfEstimates } from "./law-of-estimates";
import { trueNation } from "./true-nation.fixture";

const base = { ...defaultLaw(), leavingMultiplier: 1.3, retirementMultiplier: 0.7 };
const nation = trueNation({
  seed: 3,
  organisations: 60,
  years: 2,
  meanPosts: 20,
  leave: 0.8,
  thetaShape: 12,
  psiShape: 10,
  fillHazard: 3.1,
  turnoverSlope: 0,
});
const estimates = estimateRates(nation.exits.flat(), nation.fills.flat());
const at = (group: number, age: number) => group * AGE_COUNT + age - YOUNGEST;

describe("lawOfEstimates", () => {
  it("is the law that was given where nothing is estimated", () => {
    expect(lawOfEstimates(base, estimateRates([], []), "ZT001")).toEqual(base);
  });

  it("has the defaults' hazards times each group's multiplier, the organisation's own factors, and no m or ρ besides", () => {
    const law = lawOfEstimates(base, estimates, "ZT001");
    for (const [group, age] of [
      [3, 30],
      [0, 50],
      [8, 62],
    ] as const) {
      const hazard = (table: Float64Array) => -Math.log1p(-(table[at(group, age)] ?? 0));
      expect(hazard(law.leave) / hazard(base.leave)).toBeCloseTo(
        estimates.groups[group]?.leave.value ?? 0,
        9,
      );
    }
    expect(law.leavingMultiplier).toBe(1);
    expect(law.retirementMultiplier).toBe(1);
    expect(law.organisationLeaving).toBe(estimates.organisations.get("ZT001")?.leaving.value);
    expect(law.organisationFilling).toBe(estimates.organisations.get("ZT001")?.filling.value);
    expect(law.fillHazard[3]).toBe(estimates.groups[3]?.fill.value);
    expect(law.returnShare).toBe(base.returnShare);
    // Nobody rises off the top of a ladder, and those below it do.
    expect(law.promote[at(4, 40)]).toBe(0);
    expect(law.promote[at(3, 40)]).toBeGreaterThan(0.03);
  });

  it("gives the profession no organisation's factors, and an unknown organisation the others'", () => {
    expect(lawOfEstimates(base, estimates, null)).toMatchObject({
      organisationLeaving: 1,
      organisationFilling: 1,
    });
    expect(lawOfEstimates(base, estimates, "ZZ999").organisationLeaving).toBe(
      estimates.another.leaving.value,
    );
  });

  it("is drawn by name: the same parameters have the same luck, and every draw is a law", () => {
    const asked: string[] = [];
    const draw = (run: number) =>
      lawOfEstimates(base, estimates, "ZT001", (rate, parameter) => {
        if (run === 0) asked.push(parameter);
        return rate.quantile(counterUniform(1, run, parameter.length));
      });
    expect(draw(5)).toEqual(draw(5));
    const laws = Array.from({ length: 40 }, (_, run) => draw(run));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toContain("leave technologist_to_6");
    expect(asked).toContain("leaving ZT001");
    expect(new Set(laws.map(({ organisationLeaving }) => organisationLeaving)).size).toBe(40);
    // Probabilities beyond 0 to 1 would throw.
    for (const law of laws) expect(compileLaw([law], "organisation").years).toHaveLength(1);
  });
});
