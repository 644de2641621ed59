import { describe, expect, it } from "vitest";
import { covers } from "@/lib/statistics/interval-score";
import { estimateRates } from "./estimate-rates";
import { mean, scoresOf } from "./score-against-truth.fixture";
import { type NationTruth, trueNation } from "./true-nation.fixture";

const USUAL: Omit<NationTruth, "seed"> = {
  organisations: 120,
  years: 3,
  meanPosts: 15,
  leave: 0.8,
  thetaShape: 12,
  psiShape: 10,
  fillHazard: 3.1,
  turnoverSlope: 0,
};

describe("on nations of known truth", () => {
  // Made-up nations are a pure function of their seed: nothing here is left to chance.
  it.each<[string, Partial<NationTruth>, number, number?]>([
    ["like the sample's", {}, 12],
    ["with one year of flows", { years: 1 }, 8],
    // Of few organisations the profession's own rate is as uncertain as each one's, and its spread is worth as much.
    ["of few organisations", { organisations: 20 }, 40, 1],
    ["of larger services", { meanPosts: 40, organisations: 80 }, 5],
    ["whose organisations are most unlike", { thetaShape: 4, psiShape: 4 }, 8],
    ["of which turnover tells much", { turnoverSlope: 0.2, organisations: 232 }, 4],
  ])(
    "%s, nine in ten intervals hold the truth and the pooled estimate is better by 8 % than every rival",
    (_description, unusual, nations, limitOfSpreads = 0.92) => {
      // With few, how much they differ is hardly known, and intervals are wider than they would need to be.
      const most = limitOfSpreads < 1 ? 0.95 : 0.98;
      const covered: number[] = [];
      const coveredFills: number[] = [];
      const pooled: number[] = [];
      const rivals = new Map<string, number[]>();
      for (let seed = 1; seed <= nations; seed += 1) {
        const truth = { ...USUAL, ...unusual, seed };
        const { exits, fills, organisations } = trueNation(truth);
        const turnover = new Map(organisations.map((one) => [one.code, one.turnover]));
        const estimates = estimateRates(exits.flat(), fills.flat(), turnover);
        const scores = scoresOf(estimates, exits, organisations);
        covered.push(...scores.covered);
        pooled.push(...scores.pooled);
        for (const [name, list] of Object.entries(scores.rivals)) {
          rivals.set(name, [...(rivals.get(name) ?? []), ...list]);
        }
        for (const { code, psi } of organisations) {
          const interval = estimates.organisations.get(code)?.groups[3]?.fill.interval();
          if (interval) coveredFills.push(covers(interval, psi * truth.fillHazard) ? 1 : 0);
        }
      }
      expect([...rivals.keys()]).toHaveLength(6);
      for (const [name, list] of rivals) {
        const limit = name.endsWith("spread") ? limitOfSpreads : 0.92;
        expect([name, mean(pooled) / mean(list) <= limit]).toEqual([name, true]);
      }
      for (const share of [mean(covered), mean(coveredFills)]) {
        expect(share).toBeGreaterThan(0.85);
        expect(share).toBeLessThan(most);
      }
    },
  );

  it("finds the shapes, the multiplier of the profession and the fill hazard behind many organisations", () => {
    const { exits, fills, organisations } = trueNation({ ...USUAL, organisations: 1500, seed: 5 });
    const { profession, groups, shapes, turnover } = estimateRates(
      exits.flat(),
      fills.flat(),
      new Map(organisations.map((one) => [one.code, one.turnover])),
    );
    expect(1 / Math.sqrt(shapes.leaving)).toBeCloseTo(1 / Math.sqrt(12), 1);
    expect(1 / Math.sqrt(shapes.filling)).toBeCloseTo(1 / Math.sqrt(10), 0);
    // Groups' own multipliers are 1, 1.1 and 0.9 of it.
    for (const [group, truth] of [
      [0, 0.8],
      [3, 0.88],
      [6, 0.72],
    ] as const) {
      expect(Math.abs((groups[group]?.leave.value ?? 0) / truth - 1)).toBeLessThan(0.08);
    }
    expect(Math.abs(profession.retire.value - 0.9)).toBeLessThan(0.05);
    expect(Math.abs(profession.move.value - 1)).toBeLessThan(0.1);
    expect(Math.abs(profession.promote.value - 1.2)).toBeLessThan(0.1);
    expect(Math.abs(turnover?.slope ?? Number.NaN)).toBeLessThan(0.03);
    // The mean of organisations' hazards is greater than the hazard of their posts together, which are filled slower.
    const ownFills = organisations.map((one) => 3.1 * one.psi);
    expect(profession.fill.value).toBeLessThan(mean(ownFills));
    expect(profession.fill.value).toBeGreaterThan(0.85 * mean(ownFills));
  });

  it.each([
    ["a true slope on turnover is found", 0.15],
    ["where turnover tells nothing its slope is none", 0],
  ])("%s, and nine in ten intervals hold it", (_description, turnoverSlope) => {
    const found = Array.from({ length: 24 }, (_, at) => {
      const { exits, organisations } = trueNation({
        ...USUAL,
        organisations: 500,
        turnoverSlope,
        seed: 100 + at,
      });
      const known = new Map(organisations.map((one) => [one.code, one.turnover]));
      const { turnover } = estimateRates(exits.flat(), [], known);
      if (turnover === null) throw new Error("Turnover is known of most");
      expect(turnover.organisations).toBe(organisations.filter((one) => one.turnover !== null).length);
      return turnover;
    });
    // What is believed beforehand pulls it a little towards none.
    expect(Math.abs(mean(found.map(({ slope }) => slope)) - turnoverSlope)).toBeLessThan(0.02);
    const covered = mean(found.map((interval) => (covers(interval, turnoverSlope) ? 1 : 0)));
    expect(covered).toBeGreaterThan(0.8);
    const widths = found.map(({ low, high }) => high - low);
    expect(mean(widths)).toBeLessThan(0.11);
  });

  it("organisations whose turnover is not known have what they had without any", () => {
    const { exits, organisations } = trueNation({ ...USUAL, seed: 7 });
    const none = new Map(organisations.map(({ code }) => [code, null]));
    expect(plainOf(estimateRates(exits.flat(), [], none))).toEqual(plainOf(estimateRates(exits.flat(), [])));
  });
});

const plainOf = ({ organisations, turnover }: ReturnType<typeof estimateRates>) => ({
  turnover,
  theta: [...organisations].map(([code, { leaving }]) => [code, leaving.value, leaving.interval()]),
});
