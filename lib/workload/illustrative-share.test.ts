import { expect, it } from "vitest";
import { illustrativeShare, timeShares } from "./illustrative-share";
import type { WorkLine } from "./work-line";

const line = (hours: number, time: WorkLine["time"], volumeFrom: WorkLine["volumeFrom"]) =>
  ({ hours, time, volumeFrom }) as WorkLine;

it("hours are illustrative where their time or their volume is", () => {
  const lines = [
    line(40, "pooled", "sent"),
    line(30, "pooled", "illustrative"),
    line(20, "illustrative", "sent"),
    line(10, "sent", "derived"),
  ];
  expect(illustrativeShare(lines)).toBe(0.5);
  expect(timeShares(lines)).toEqual([
    { time: "pooled", hours: 70, share: 0.7 },
    { time: "illustrative", hours: 20, share: 0.2 },
    { time: "sent", hours: 10, share: 0.1 },
  ]);
});

it("there is no share of no hours", () => {
  expect(illustrativeShare([line(0, "illustrative", "sent")])).toBeNull();
  expect(timeShares([])).toEqual([]);
});
