import { describe, expect, test } from "vitest";
import type { DeviceWork } from "./device-work";
import { changedLines, grownRows, SAME_WORK, takenInHouse } from "./work-change";
import type { WorkLine } from "./work-line";

const line = (activity: string): WorkLine =>
  ({
    activity,
    category: null,
    unit: "job",
    specialisms: [],
    volume: 100,
    volumeFrom: "sent",
    hoursPerUnit: 2,
    time: "illustrative",
    hours: 200,
    low: 150,
    high: 260,
    byTime: { low: -50, high: 60 },
    byVolume: { low: 0, high: 0 },
  }) as unknown as WorkLine;

describe("work under a change", () => {
  test("as it is, is as it was", () => {
    const lines = [line("repair"), line("incidents")];
    expect(changedLines(lines, SAME_WORK)).toEqual(lines);
  });

  test("grows with devices where it is done to them, by planned jobs where it is planned, and falls by pace", () => {
    const [planned, repair, other] = changedLines(
      [line("planned_maintenance"), line("repair"), line("incidents")],
      { ...SAME_WORK, devices: 1.5, planned: 0.5, pace: 0.9 },
    );
    expect(planned).toMatchObject({ volume: 75, hoursPerUnit: 1.8 });
    expect(planned?.hours).toBeCloseTo(135, 10);
    expect(repair?.hours).toBeCloseTo(200 * 1.5 * 0.9, 10);
    expect(other).toMatchObject({ volume: 100, hoursPerUnit: 1.8, hours: 180 });
    expect(other?.low).toBeCloseTo(135, 10);
  });

  test("takes a share of contract devices in house, keeps every count and asks for the times of the standards", () => {
    const row = {
      maintenanceModel: "contract_full",
      devices: 10,
      ppmDue: 20,
      ppmHours: 5,
      repairJobs: null,
    } as DeviceWork;
    const own = { ...row, maintenanceModel: "in_house" };
    const found = takenInHouse([row, own], { ...SAME_WORK, inHouse: 0.4 });
    expect(found.map(({ maintenanceModel }) => maintenanceModel)).toEqual([
      "contract_full",
      "in_house",
      "in_house",
    ]);
    expect(found[0]).toMatchObject({ devices: 6, ppmDue: 12, ppmHours: 3, repairJobs: null });
    expect(found[1]).toMatchObject({ devices: 4, ppmDue: 8, ppmHours: null });
    expect(found[2]).toEqual(own);
    expect(takenInHouse([row], { ...SAME_WORK, inHouse: 1 })).toHaveLength(1);
  });

  test("grows devices of a category, of a setting, and of one in the other, each on top of the others", () => {
    const row = (category: string, setting: string | null) =>
      ({ category, setting, devices: 100, ppmDue: 10, repairJobs: null }) as DeviceWork;
    const rows = [
      row("ventilator", "home"),
      row("ventilator", "ward"),
      row("monitor", "home"),
      row("monitor", null),
    ];
    const growing = [
      { category: "ventilator", setting: null, factor: 2 },
      { category: null, setting: "home", factor: 1.5 },
      { category: "monitor", setting: "home", factor: 1.1 },
    ];
    const grown = grownRows(rows, { ...SAME_WORK, growing });
    expect(grown.map(({ devices }) => devices)).toEqual([300, 200, expect.closeTo(165, 9), 100]);
    expect(grown[0]).toMatchObject({ ppmDue: 30, repairJobs: null });
    expect(grownRows(rows, SAME_WORK)).toEqual(rows);
  });
});
