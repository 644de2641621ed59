import { describe, expect, it } from "vitest";
import { devicesRow, standardsOf } from "@/tests/support/workload-service";
import { deviceHours, type TimesAsked } from "./device-hours";
import type { DeviceWork } from "./device-work";

const standards = standardsOf();
const work = (sent: Partial<DeviceWork>, asked: TimesAsked = "standard") =>
  deviceHours(devicesRow(sent), { standards, pooled: new Map(), asked });
const hours = (sent: Partial<DeviceWork>, asked?: TimesAsked) =>
  Object.fromEntries(work(sent, asked).parts.map((part) => [part.activity, part.hours]));
const missing = (sent: Partial<DeviceWork>) =>
  work(sent).missing.map(({ activity, reason }) => `${activity} ${reason}`);

const JOBS = { ppmDue: 100, repairJobs: 10, acceptanceJobs: 4, decommissionJobs: 5, devices: 50 };

describe("work on devices", () => {
  it.each([
    ["in_house", { planned_maintenance: 75, repair: 15, acceptance: 3, decommission: 2 }],
    [
      "shared",
      { planned_maintenance: 45, repair: 9, acceptance: 3, decommission: 2, contract_oversight: 12.5 },
    ],
    [
      "contract_partial",
      { planned_maintenance: 37.5, repair: 7.5, acceptance: 3, decommission: 2, contract_oversight: 12.5 },
    ],
    ["contract_full", { acceptance: 3, decommission: 2, contract_oversight: 12.5 }],
    ["warranty", { acceptance: 3, decommission: 2, contract_oversight: 5 }],
    ["loan_managed", { acceptance: 3, decommission: 2, contract_oversight: 5 }],
    ["none", { acceptance: 3, decommission: 2 }],
  ])("that own staff do under %s", (maintenanceModel, expected) => {
    const found = hours({ ...JOBS, maintenanceModel });
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [activity, value] of Object.entries(expected)) expect(found[activity]).toBeCloseTo(value, 9);
    expect(missing({ ...JOBS, maintenanceModel })).toEqual([]);
  });

  it("is illustrative where the share of own staff is", () => {
    const part = work({ ...JOBS, maintenanceModel: "shared" }).parts[0];
    expect(part).toMatchObject({ volumeFrom: "illustrative", volume: { value: 60, low: 40, high: 80 } });
    expect(part).toMatchObject({ hours: 45, byTime: { low: 30, high: 90 }, byVolume: { low: 30, high: 60 } });
  });

  it("takes the standard time, and not the service's own slowness", () => {
    expect(hours({ ppmDue: 100, ppmJobs: 50, ppmHours: 500 }).planned_maintenance).toBe(75);
  });

  it("takes the service's own time where its own sensitivity is asked for, without halving what it shares", () => {
    const sent = { ppmDue: 100, ppmJobs: 50, ppmHours: 20 };
    expect(hours(sent, "own").planned_maintenance).toBe(40);
    expect(hours({ ...sent, maintenanceModel: "shared" }, "own").planned_maintenance).toBe(40);
    expect(hours({ ppmDue: 100 }, "own").planned_maintenance).toBe(75);
  });
});

describe("a category without default", () => {
  const linac = { category: "linac", acceptanceJobs: 0, decommissionJobs: 0 };

  it("is missing by name, unless hours were sent", () => {
    expect(missing({ ...linac, ppmDue: 48, devices: 4 })).toEqual([
      "planned_maintenance time",
      "repair volume",
    ]);
    expect(hours({ ...linac, ppmDue: 48, devices: 4 })).toEqual({ acceptance: 0, decommission: 0 });
  });

  it("counts the hours of a job as sent, on the jobs that were due", () => {
    const { parts } = work({ ...linac, ppmDue: 48, ppmJobs: 24, ppmHours: 240, repairJobs: 0 });
    expect(parts[0]).toMatchObject({
      time: "sent",
      perUnit: 10,
      hours: 480,
      byTime: { low: 480, high: 480 },
    });
  });

  it("counts hours as sent where there are no jobs to set them on", () => {
    const { parts } = work({ ...linac, ppmDue: 48, ppmHours: 240, repairJobs: 0 });
    expect(parts[0]).toMatchObject({ time: "sent", volume: null, perUnit: null, hours: 240 });
    expect(missing({ ...linac, ppmHours: 240, repairJobs: 0 })).toEqual([]);
  });

  it("is not missing where nothing was due", () => {
    expect(missing({ ...linac, ppmDue: 0, repairJobs: 0 })).toEqual([]);
  });
});

describe("whose work it is", () => {
  it.each([
    ["by category", { category: "haemodialysis_machine", setting: "home" }, ["renal"]],
    ["by a setting in the community", { setting: "virtual_ward" }, ["community"]],
    ["by a setting in hospital", { setting: "theatre" }, ["equipment_management"]],
    ["open where the setting is not told", { setting: null }, ["community", "equipment_management"]],
    ["open where the setting is mixed", { setting: "mixed_unknown" }, ["community", "equipment_management"]],
  ])("%s", (_, sent, specialisms) => {
    expect(work({ ...sent, ppmDue: 1 }).parts[0]?.specialisms).toEqual(specialisms);
  });
});
