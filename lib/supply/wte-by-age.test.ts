import { expect, test } from "vitest";
import { wteByAge } from "./wte-by-age";

test("sums of a thousand people's hours and their leaving come back to nought exactly, in any order", () => {
  const { wte } = wteByAge(Array.from({ length: 60 }, (_, age) => 0.1 + age / 97));
  const order = [...wte.keys()].sort((a, b) => ((a * 37) % 60) - ((b * 37) % 60));
  let sum = 0;
  for (let round = 0; round < 20; round += 1) for (const value of wte) sum += value;
  for (let round = 0; round < 20; round += 1) for (const age of order) sum -= wte[age] as number;
  expect(sum).toBe(0);
});

test("no hours are moved by more than a thousand-millionth, and each change by age is found", () => {
  const means = Array.from({ length: 60 }, (_, age) => (age < 10 ? 0.9 : age < 40 ? 1 / 3 : 1));
  const { wte, nextChange } = wteByAge(means);
  for (const [age, mean] of means.entries())
    expect(Math.abs((wte[age] as number) - mean)).toBeLessThan(1e-11);
  expect(
    [...nextChange]
      .map((next, age) => [age, next])
      .filter(([age]) => [0, 9, 10, 39, 40, 59].includes(age as number)),
  ).toEqual([
    [0, 10],
    [9, 10],
    [10, 40],
    [39, 40],
    [40, 60],
    [59, 60],
  ]);
});
