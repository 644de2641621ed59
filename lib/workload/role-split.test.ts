import { expect, it } from "vitest";
import { roleSplit } from "./role-split";
import type { WorkLine } from "./work-line";

const REQUIRED = { value: 10, low: 8, high: 14 };
const PERCENT = new Map([
  ["repair", 80],
  ["equipment_library", 20],
]);
const line = (activity: string, hours: number) => ({ activity, hours }) as WorkLine;

it("two groups are told apart by the work, ten points either way", () => {
  const split = roleSplit(REQUIRED, [line("repair", 300), line("equipment_library", 100)], null, PERCENT);
  expect(split?.by).toBe("two_groups");
  expect(split?.parts).toMatchObject([
    { id: "registered_or_degree", share: 0.65, required: { value: 6.5, low: 8 * 0.55, high: 14 * 0.75 } },
    {
      id: "support",
      share: 0.35,
      required: { value: 3.5, low: expect.closeTo(8 * 0.25, 12), high: expect.closeTo(14 * 0.45, 12) },
    },
  ]);
});

it("ten points do not go beyond all or nothing", () => {
  const split = roleSplit(REQUIRED, [line("repair", 1)], null, new Map([["repair", 95]]));
  expect(split?.parts.map(({ required }) => [required.low / 8, required.high / 14])).toEqual([
    [0.85, 1],
    [0, expect.closeTo(0.15, 12)],
  ]);
});

it("roles are told only by the service's own mix", () => {
  const mix = new Map([
    ["clinical_technologist", 0.75],
    ["support", 0.25],
  ]);
  expect(roleSplit(REQUIRED, [line("repair", 1)], mix, PERCENT)).toEqual({
    by: "own_mix",
    parts: [
      {
        id: "clinical_technologist",
        title: "Clinical technologist",
        share: 0.75,
        required: { value: 7.5, low: 6, high: 10.5 },
      },
      { id: "support", title: "Support", share: 0.25, required: { value: 2.5, low: 2, high: 3.5 } },
    ],
  });
});

it("there is none of no hours", () => {
  expect(roleSplit(REQUIRED, [], null, PERCENT)).toBeNull();
});
