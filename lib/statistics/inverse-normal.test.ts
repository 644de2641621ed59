import { expect, test } from "vitest";
import { inverseNormal } from "./inverse-normal";

// Percentage points of the normal distribution: NIST/SEMATECH e-Handbook, tables of Abramowitz & Stegun 26.2, and the
// check values that Wichura prints with AS 241.
test.each([
  [0.5, 0],
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
])("below the share %d of a normal variable lies %d", (p, z) => {
  expect(inverseNormal(p)).toBeCloseTo(z, 13);
});

test("the ends are infinite, and what is no share gives no number", () => {
  expect([0, 1, -0.1, 1.1, Number.NaN].map(inverseNormal)).toEqual([
    -Infinity,
    Infinity,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});
