import { describe, expect, it } from "vitest";
import { counterUniform } from "@/lib/statistics/counter-uniform";
import { inverseNormal } from "@/lib/statistics/inverse-normal";
import { type ScoredFigure, scorecard, scoreOf } from "./scorecard";

const figure = (some: Partial<ScoredFigure>): ScoredFigure => ({
  place: "Y56",
  measure: "in-post",
  yearsAhead: 1,
  projected: [90, 100, 110],
  before: 95,
  outcome: 100,
  ...some,
});

describe("scoreOf", () => {
  it("has no score where there is nothing to score", () => {
    expect(scoreOf([])).toBeNull();
    expect(scorecard([])).toEqual([]);
  });

  it("says coverage, bias and scores of one figure, beside those of “same as last year”", () => {
    // Quartiles 95 and 105, 5 % and 95 % at 91 and 109. Mean distance to 107 is 9; half the mean of all pairs is 40/9.
    const score = scoreOf([figure({ outcome: 107 })]);
    expect(score).toMatchObject({ figures: 1, covered50: 0, covered90: 1, bias: -7 });
    expect(score?.crps).toBeCloseTo((17 + 7 + 3) / 3 - 40 / 9, 12);
    expect(score?.intervalScore90).toBeCloseTo(18, 12);
    expect(score?.sameAsLastYear).toEqual({ bias: -12, crps: 12 });
    expect(score?.skill).toBeCloseTo(1 - (9 - 40 / 9) / 12, 12);
  });

  it.each([96, 100, 104.3, 125])(
    "scores five quantiles of a normal projection like the whole of it, at %d",
    (outcome) => {
      const at = (p: number) => 100 + 6 * inverseNormal(p);
      const whole = Float64Array.from({ length: 2000 }, (_, run) => at((run + 0.5) / 2000));
      const five = { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
      const [kept, full] = [five, whole].map((projected) => scoreOf([figure({ projected, outcome })]));
      expect(kept).toMatchObject({ covered50: full?.covered50, covered90: full?.covered90 });
      expect((kept?.crps ?? 0) / (full?.crps ?? 1)).toBeCloseTo(1, 2);
      expect(kept?.bias).toBeCloseTo(full?.bias ?? 0, 8);
    },
  );

  it("has no skill to compare where last year’s figures came again exactly", () => {
    expect(scoreOf([figure({ before: 100 })])?.skill).toBeNull();
  });

  it.each([
    ["rightly as wide as chance", 1, 0.5, 0.9],
    ["half as wide", 0.5, 0.264, 0.589],
    ["twice as wide", 2, 0.823, 0.999],
  ])("counts what intervals %s cover", (_description, width, share50, share90) => {
    const sample = Float64Array.from({ length: 400 }, (_, at) => width * inverseNormal((at + 0.5) / 400));
    const figures = Array.from({ length: 4000 }, (_, at) =>
      figure({ projected: sample, before: 1, outcome: inverseNormal(counterUniform(9, at)) }),
    );
    const score = scoreOf(figures);
    expect(score?.covered50).toBeCloseTo(share50, 1);
    expect(score?.covered90).toBeCloseTo(share90, 1);
    expect(score?.bias).toBeCloseTo(0, 1);
  });

  it("scores the forecast best that is as wide as chance", () => {
    const crps = (width: number) =>
      scoreOf(
        Array.from({ length: 2000 }, (_, at) =>
          figure({
            projected: Float64Array.from({ length: 99 }, (_, run) => width * inverseNormal((run + 0.5) / 99)),
            outcome: inverseNormal(counterUniform(9, at)),
          }),
        ),
      )?.crps ?? 0;
    expect(crps(1)).toBeLessThan(crps(0.5));
    expect(crps(1)).toBeLessThan(crps(2));
  });

  it.each([
    [{ outcome: Number.NaN }, /in-post of Y56 was 95 and then NaN/],
    [{ projected: [] }, /no values/],
    [{ projected: { p5: 1, p25: 2, p50: 3, p75: Number.NaN, p95: 4 } }, /1, 2, 3, NaN, 4: rising numbers/],
    [{ projected: { p5: 1, p25: 2, p50: 3, p75: 2.5, p95: 4 } }, /2.5, 4: rising numbers/],
    [{ projected: [1, Number.NaN] }, /not finite/],
  ])("refuses %j", (some, message) => {
    expect(() => scoreOf([figure(some)])).toThrow(message);
  });
});

describe("scorecard", () => {
  it("has a line for each measure and number of years, and mixes none", () => {
    const lines = scorecard([
      figure({ yearsAhead: 2, outcome: 90 }),
      figure({ measure: "vacancy-rate", projected: [0.05], outcome: 0.06 }),
      figure({}),
      figure({ place: "Y58", outcome: 120 }),
    ]);
    expect(lines.map(({ measure, yearsAhead, score }) => [measure, yearsAhead, score.figures])).toEqual([
      ["in-post", 1, 2],
      ["in-post", 2, 1],
      ["vacancy-rate", 1, 1],
    ]);
    expect(lines[2]?.score.crps).toBeCloseTo(0.01, 12);
  });
});
