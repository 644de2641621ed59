import { expect, it } from "vitest";
import { doubtsOf, hoursOf } from "./doubt";
import type { WorkLine } from "./work-line";

const line = (activity: string, hours: number, low: number, high: number) =>
  ({ activity, hours, byTime: { low, high }, byVolume: { low: hours, high: hours } }) as WorkLine;

// Two categories of repair, and planned maintenance: 100 hours.
const LINES = [
  line("repair", 30, 15, 60),
  line("repair", 20, 10, 40),
  line("planned_maintenance", 50, 25, 100),
];

it("times of one activity are in doubt together, those of two activities apart", () => {
  expect(doubtsOf(LINES)).toEqual({
    hours: 100,
    doubts: [
      { of: "time", activity: "repair", hours: { low: 75, high: 150 } },
      { of: "volume", activity: "repair", hours: { low: 100, high: 100 } },
      { of: "time", activity: "planned_maintenance", hours: { low: 75, high: 150 } },
      { of: "volume", activity: "planned_maintenance", hours: { low: 100, high: 100 } },
    ],
  });
  expect(hoursOf(LINES)).toEqual({
    value: 100,
    low: expect.closeTo(100 * 0.75 ** Math.SQRT2, 9),
    high: expect.closeTo(100 * 1.5 ** Math.SQRT2, 9),
  });
});
