import { describe, expect, it, test } from "vitest";
import { randomStream } from "@/lib/sample/random";
import { refillProbability } from "../compile-law";
import { fillHazard, fillLogLikelihood, fillLogs, vacancyYears } from "./fill-likelihood";

const COUNTS = { vacant: 40, vacantFilled: 31, emptied: 90, refilled: 50 };

describe("the likelihood of fills", () => {
  it.each([1e-5, 0.2, 1.57, 30])("has the law's probabilities at a hazard of %d", (x) => {
    const logs = fillLogs(x);
    expect(Math.exp(logs.vacantFilled) / (1 - Math.exp(-x))).toBeCloseTo(1, 8);
    expect(Math.exp(logs.vacantNot)).toBeCloseTo(Math.exp(-x), 12);
    expect(Math.exp(logs.refilled) / refillProbability(x)).toBeCloseTo(1, 8);
    expect(Math.exp(logs.emptiedNot)).toBeCloseTo(1 - refillProbability(x), 12);
  });

  it("is greatest where fills over vacancy-years give the hazard back", () => {
    const found = fillHazard(COUNTS, 1.57, 0);
    expect(81 / vacancyYears(COUNTS, found)).toBeCloseTo(found, 8);
    const height = (x: number) => fillLogLikelihood(COUNTS, fillLogs(x));
    let best = 0.1;
    for (let x = 0.1; x < 6; x += 0.001) if (height(x) > height(best)) best = x;
    expect(Math.abs(found - best)).toBeLessThan(0.001);
  });

  it("stays finite where every post was filled and where none was", () => {
    const all = fillHazard({ vacant: 9, vacantFilled: 9, emptied: 9, refilled: 9 }, 1.57, 4);
    const none = fillHazard({ vacant: 9, vacantFilled: 0, emptied: 9, refilled: 0 }, 1.57, 4);
    expect(all).toBeGreaterThan(3);
    expect(all).toBeLessThan(100);
    expect(none).toBeGreaterThan(0);
    expect(none).toBeLessThan(0.5);
    expect(fillHazard({ vacant: 0, vacantFilled: 0, emptied: 0, refilled: 0 }, 1.57, 4)).toBeCloseTo(1.57, 9);
  });
});

test("vacancy-years are the mean time that posts stood vacant, told what became of them", () => {
  const random = randomStream(1, "vacancy years");
  const x = 1.9;
  const counts = { vacant: 0, vacantFilled: 0, emptied: 0, refilled: 0 };
  let years = 0;
  for (let post = 0; post < 200_000; post += 1) {
    const [until, opens] = [-Math.log(1 - random.uniform()) / x, post % 2 === 0 ? 0 : random.uniform()];
    const filled = opens + until < 1;
    years += Math.min(until, 1 - opens);
    if (post % 2 === 0) {
      counts.vacant += 1;
      counts.vacantFilled += filled ? 1 : 0;
    } else {
      counts.emptied += 1;
      counts.refilled += filled ? 1 : 0;
    }
  }
  expect(vacancyYears(counts, x) / years).toBeCloseTo(1, 2);
});

test("vacancy-years of a hazard near none pass smoothly into their limit", () => {
  expect(vacancyYears(COUNTS, 1.001e-3) / vacancyYears(COUNTS, 0.999e-3)).toBeCloseTo(1, 3);
});
