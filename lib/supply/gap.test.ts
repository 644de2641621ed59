import { describe, expect, test } from "vitest";
import { gapsOf } from "./gap";
import { fullWeekEquivalent, standardHours } from "./standard-hours";

describe("gapsOf", () => {
  test("forms the three gaps from one standing, each over its own whole", () => {
    const gaps = gapsOf({
      inPostWte: 90,
      establishmentWte: 100,
      temporaryCoverWte: 4,
      requirement: { wte: 96, coverage: 0.8 },
    });
    expect(gaps.funded).toEqual({ wte: 10, fullWeekWte: 10, rate: 0.1 });
    expect(gaps.unfilled).toEqual({ wte: 6, fullWeekWte: 6, rate: 0.06 });
    expect(gaps.workload).toEqual({ wte: 24, fullWeekWte: 24, rate: 0.25 });
    expect(gaps.workloadCoverage).toBe(0.8);
  });

  test("what is not known stays unknown, and is no nought", () => {
    const gaps = gapsOf({ inPostWte: 90, establishmentWte: null, temporaryCoverWte: 4 });
    expect(gaps).toEqual({ funded: null, workload: null, unfilled: null, workloadCoverage: null });
    expect(gapsOf({ inPostWte: 90, establishmentWte: 100 }).unfilled).toBeNull();
    expect(gapsOf({ inPostWte: 90, establishmentWte: 100, temporaryCoverWte: 0 }).unfilled?.wte).toBe(10);
  });

  test("more in post than funded stays below nought", () => {
    expect(gapsOf({ inPostWte: 11, establishmentWte: 10 }).funded).toEqual({
      wte: -1,
      fullWeekWte: -1,
      rate: -0.1,
    });
  });

  test("has no rate over nothing", () => {
    expect(gapsOf({ inPostWte: 0, establishmentWte: 0 }).funded?.rate).toBeNull();
  });

  test("counts weeks of other lengths as equivalents of 37.5 hours", () => {
    const gaps = gapsOf({ inPostWte: 90, establishmentWte: 100, standardHours: 36 });
    expect(gaps.funded).toEqual({ wte: 10, fullWeekWte: 9.6, rate: 0.1 });
    expect(fullWeekEquivalent(75, 37)).toBeCloseTo(74, 12);
  });
});

test.each([
  ["England", "E92000001", "2026-04-01", 37.5],
  ["Wales", "W92000004", "2030-01-01", 37.5],
  ["Scotland before its shorter week", "S92000003", "2024-03-31", 37.5],
  ["Scotland", "S92000003", "2026-03-31", 37],
  ["Scotland from April 2026", "S92000003", "2026-04-01", 36],
])("%s works a week of its own length", (_, nation, date, hours) => {
  expect(standardHours(nation, date)).toBe(hours);
});
