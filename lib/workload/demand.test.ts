import { expect, it } from "vitest";
import { exactly } from "@/lib/statistics/value-range";
import { allowances, demand } from "./demand";

it("turns what was sent, and the range of defaults, into factors", () => {
  const allowed = allowances({ value: 1500, low: 1250, high: 2000 }, { value: 20, low: 0, high: 50 }, 3000);
  expect(allowed.categoryFactor).toEqual({ value: 1.25, low: 1, high: 2 });
  expect(allowed.individualFactor).toEqual({ value: 2, low: 1.5, high: 2.4 });
});

it("knows no individual allowance where none was sent, and no demand where no work is counted", () => {
  const allowed = allowances(exactly(1500), exactly(20), null);
  expect(allowed.individualFactor).toBeNull();
  expect(demand([], allowed, { onCall: 6, loneWorking: 2 })).toBeNull();
});
