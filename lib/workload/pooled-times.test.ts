import { describe, expect, it } from "vitest";
import { activityRow, devicesRow, standardsOf } from "@/tests/support/workload-service";
import type { DeviceWork } from "./device-work";
import { pooledKey, pooledTimes } from "./pooled-times";

const standards = standardsOf();
/** Ten organisations or so, whose planned jobs take 1, 2, 3 … hours. */
const organisations = (count: number, sent: Partial<DeviceWork> = {}) =>
  Array.from({ length: count }, (_, index) =>
    devicesRow({ organisation: `T${index}`, ppmJobs: 10, ppmHours: 10 * (index + 1), ...sent }),
  );
const planned = (rows: DeviceWork[]) =>
  pooledTimes(rows, [], standards).get(pooledKey("planned_maintenance", rows[0]?.category ?? ""));

describe("times pooled over organisations", () => {
  it("are the median of ten, half way to the illustrative time on the scale of logarithms", () => {
    const pooled = planned(organisations(10));
    expect(pooled).toMatchObject({ organisations: 10, median: 5.5 });
    expect(pooled?.value).toBeCloseTo(Math.sqrt(5.5 * 0.75), 12);
    expect(pooled?.low).toBeCloseTo(Math.sqrt(2 * 0.5), 12);
    expect(pooled?.high).toBeCloseTo(Math.sqrt(9 * 1.5), 12);
  });

  it("come nearer to the median with more organisations", () => {
    expect(planned(organisations(30))?.value).toBeCloseTo(15.5 ** 0.75 * 0.75 ** 0.25, 12);
  });

  it("are the median itself where the category has no default", () => {
    expect(planned(organisations(10, { category: "linac" }))).toMatchObject({ value: 5.5, low: 2, high: 9 });
  });

  it.each([
    ["of nine organisations", organisations(9)],
    [
      "of nine organisations, one of which sent twice",
      [...organisations(9), devicesRow({ organisation: "T1", setting: "theatre", ppmJobs: 1, ppmHours: 9 })],
    ],
    ["of hours made of standard times", organisations(12, { hoursSource: "standard_time" })],
    ["of work that a supplier shares", organisations(12, { maintenanceModel: "shared" })],
    ["of hours on no jobs", organisations(12, { ppmJobs: 0 })],
    ["of no hours", organisations(12, { ppmHours: null })],
  ])("are none %s", (_, rows) => {
    expect(planned(rows)).toBeUndefined();
  });

  it("count an organisation once, with all its jobs", () => {
    const rows = organisations(10).flatMap((row) => [
      row,
      { ...row, setting: "theatre", ppmJobs: 30, ppmHours: 0 },
    ]);
    expect(planned(rows)).toMatchObject({ organisations: 10, median: 5.5 / 4 });
  });

  it("tell planned jobs from repairs", () => {
    const rows = organisations(10, { repairJobs: 5, repairHours: 15 });
    expect(pooledTimes(rows, [], standards).get(pooledKey("repair", "pump"))?.median).toBe(3);
  });

  it("are made of activities that can be compared, by their unit", () => {
    const rows = (activity: string, unit: string) =>
      Array.from({ length: 10 }, (_, index) =>
        activityRow({ organisation: `T${index}`, activity, unit, volume: 2, hours: 6 }),
      );
    const pooled = pooledTimes(
      [],
      [...rows("rehabilitation_referral", "referral"), ...rows("research", "project")],
      standards,
    );
    expect([...pooled.keys()]).toEqual([pooledKey("rehabilitation_referral", "referral")]);
  });
});
