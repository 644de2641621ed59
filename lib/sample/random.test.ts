import { describe, expect, it } from "vitest";
import { randomStream } from "./random";

const first = (count: number, seed: number, name: string, index?: number): number[] => {
  const random = randomStream(seed, name, index);
  return Array.from({ length: count }, random.uniform);
};

describe("randomStream", () => {
  it("gives the same values for the same seed, name and index, and the ones pinned here", () => {
    expect(first(5, 1, "ZS001")).toEqual(first(5, 1, "ZS001"));
    expect(first(1, 0, "")[0]).toBe(0.05561173730529845);
  });

  it.each([
    ["seed", first(8, 1, "a", 0), first(8, 2, "a", 0)],
    ["name", first(8, 1, "a", 0), first(8, 1, "b", 0)],
    ["index", first(8, 1, "a", 0), first(8, 1, "a", 1)],
  ])("gives unrelated values for another %s", (_what, left, right) => {
    for (const value of left) expect(right).not.toContain(value);
  });

  it("draws every whole number between its limits and none beyond", () => {
    const random = randomStream(7, "whole");
    const seen = new Set(Array.from({ length: 500 }, () => random.whole(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
  });

  it("has the mean and the deviation asked for", () => {
    const random = randomStream(7, "normal");
    const values = Array.from({ length: 20_000 }, () => random.normal(31, 8));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 31)).toBeLessThan(0.25);
    expect(Math.abs(Math.sqrt(variance) - 8)).toBeLessThan(0.2);
  });

  it("chooses in proportion to the weights, and never an option of weight zero", () => {
    const random = randomStream(7, "weighted");
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let draw = 0; draw < 10_000; draw += 1) {
      counts[
        random.weighted([
          ["never", 0],
          ["often", 9],
          ["seldom", 1],
        ] as const)
      ] += 1;
    }
    expect(counts.never).toBe(0);
    expect(counts.seldom).toBeGreaterThan(900);
    expect(counts.seldom).toBeLessThan(1100);
  });
});
