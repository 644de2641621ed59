import { expect, test } from "vitest";
import { counterUniform } from "./counter-uniform";
import { gammaQuantile } from "./gamma-quantile";
import { betaQuantile } from "./incomplete-beta";
import { inverseNormal } from "./inverse-normal";

const uniforms = Array.from({ length: 20_000 }, (_, run) => counterUniform(30, run, 4));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

test("uniform values depend on seed and counters alone and stay between their ends", () => {
  expect(counterUniform(30, 17, 4)).toBe(uniforms[17]);
  const others = [counterUniform(31, 17, 4), counterUniform(30, 18, 4), counterUniform(30, 17, 5)];
  expect(new Set([uniforms[17], ...others, counterUniform(30, 17, 4, 1)]).size).toBe(5);
  expect(uniforms.every((value) => value > 0 && value < 1)).toBe(true);
  expect(mean(uniforms)).toBeCloseTo(0.5, 2);
  expect(variance(uniforms)).toBeCloseTo(1 / 12, 2);
});

// Means and variances of the distributions, within four standard errors of 20,000 draws.
test.each([
  ["normal", inverseNormal, 0, 1],
  ["gamma of shape 2.5 and rate 5", (p: number) => gammaQuantile(p, 2.5, 5), 0.5, 0.1],
  ["gamma of shape 0.2 and rate 1", (p: number) => gammaQuantile(p, 0.2), 0.2, 0.2],
  ["beta of 2 and 6", (p: number) => betaQuantile(p, 2, 6), 0.25, 12 / 576],
])("an inverse distribution function turns them into %s draws", (_name, draw, expected, spread) => {
  const draws = uniforms.map(draw);
  expect(Math.abs(mean(draws) - expected)).toBeLessThan(4 * Math.sqrt(spread / draws.length));
  expect(variance(draws) / spread).toBeGreaterThan(0.9);
  expect(variance(draws) / spread).toBeLessThan(1.1);
});
