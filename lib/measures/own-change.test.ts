import { expect, test } from "vitest";
import { knownMeasure } from "./catalogue";
import { isComparable, ownChange } from "./own-change";
import type { OwnValue } from "./own-values";

const own = (id: string, value: number | null, groups: OwnValue["groups"] = null): OwnValue => ({
  measure: knownMeasure(id),
  value,
  range: null,
  groups,
});

test.each([
  ["more", own("in-post", 14.23), own("in-post", 13.2), 1.03],
  ["less", own("vacancy-rate", 4), own("vacancy-rate", 6.5), -2.5],
  ["nothing", own("in-post", 14), own("in-post", 14), 0],
  ["not known, where one year says nothing", own("in-post", 14), own("in-post", null), null],
  ["not known, where there was no last year", own("in-post", 14), undefined, null],
] as const)("the change is %s", (_, now, before, change) => {
  expect(ownChange(now, before)).toBe(change);
});

test("rates and shares stand beside a region's, and totals and groups do not", () => {
  expect(isComparable(own("vacancy-rate", 4))).toBe(true);
  expect(isComparable(own("in-post", 4))).toBe(false);
  expect(isComparable(own("on-call", null, []))).toBe(false);
});
