import { expect, it } from "vitest";
import { exactly } from "@/lib/statistics/value-range";
import { staffRow } from "@/tests/support/workload-service";
import { allowances } from "./demand";
import type { WorkLine } from "./work-line";
import { staffAgainstWork } from "./workload-gap";

const LINE = {
  activity: "repair",
  specialisms: ["equipment_management"],
  hours: 4000,
  byTime: { low: 3000, high: 6000 },
  byVolume: { low: 4000, high: 4000 },
} as unknown as WorkLine;
const MAIN_WORK = new Map([["equipment_management", ["repair"]]]);
const against = (absent: (number | null)[]) =>
  staffAgainstWork(
    [
      ...absent.map((each) => staffRow({ inPost: 1, absent: each })),
      staffRow({ specialism: "renal", inPost: 5 }),
    ],
    [LINE],
    MAIN_WORK,
    allowances(exactly(1000), exactly(0), null),
    { onCall: null, loneWorking: null },
  );

it("a gap is what is required of those compared less what they are, with its interval and its ratio", () => {
  expect(against([0, 0])).toMatchObject({
    inPost: 7,
    coverage: 2 / 7,
    gap: {
      inPost: 2,
      required: { value: 4, low: 3, high: 6 },
      gap: { value: 2, low: 1, high: 4 },
      ratio: 0.5,
    },
  });
});

it.each([
  ["those compared without those away", [0, 1, 0], 2],
  ["not known where absence was not sent for one of them", [0, null, 0], null],
])("available are %s", (_, absent, available) => {
  expect(against(absent).gap?.available).toBe(available);
});
