import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activityRow,
  devicesRow,
  PROFILE,
  profileRow,
  serviceOf,
  staffRow,
} from "@/tests/support/workload-service";
import type { DeviceWork } from "./device-work";
import { type Requirement, type RequirementInput, requirement } from "./requirement";

const maybe = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null });

const device = fc
  .record({
    category: fc.constantFrom("pump", "haemodialysis_machine", "linac"),
    setting: fc.constantFrom("ward", "community", null),
    maintenanceModel: fc.constantFrom(
      "in_house",
      "shared",
      "contract_partial",
      "contract_full",
      "warranty",
      "none",
    ),
    devices: maybe(2000),
    ppmDue: maybe(4000),
    ppmIntervalMonths: fc.constantFrom(null, 6, 12),
    ppmJobs: maybe(4000),
    ppmHours: maybe(4000),
    repairJobs: maybe(900),
    repairHours: maybe(900),
    backlogStart: maybe(50),
    backlogEnd: maybe(50),
    added: maybe(100),
    decommissionJobs: maybe(100),
  })
  .map(devicesRow);

const activity = fc
  .record({
    activity: fc.constantFrom("incident_investigation", "safety_notice", "advice", "rehabilitation_referral"),
    unit: fc.constantFrom("incident", "notice", "referral"),
    specialism: fc.constantFrom("device_governance", "rehabilitation"),
    volume: fc.integer({ min: 0, max: 500 }),
    hours: maybe(900),
  })
  .map(activityRow);

const staff = fc
  .record({
    specialism: fc.constantFrom("equipment_management", "renal", "rehabilitation", "clinical_computing"),
    inPost: fc.integer({ min: 1, max: 1000 }).map((hundredths) => hundredths / 100),
    absent: fc.constantFrom(null, 0),
  })
  .map(staffRow);

const service = fc.record({
  devices: fc.array(device, { maxLength: 8 }),
  activities: fc.array(activity, { maxLength: 5 }),
  staff: fc.array(staff, { maxLength: 5 }),
  profiles: fc.constantFrom(
    [],
    [PROFILE],
    [profileRow({ onCall: "full" })],
    [PROFILE, profileRow({ annual_leave_days: 27, sickness_days: 12.3, individualAllowanceHours: 400 })],
  ),
});

const answer = (sent: Partial<RequirementInput>): Requirement => {
  const found = requirement(serviceOf(sent));
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
};

const holds = (check: (sent: Partial<RequirementInput>, answered: Requirement) => void) =>
  fc.assert(
    fc.property(service, (sent) => check(sent, answer(sent))),
    { numRuns: 100 },
  );

describe("of any service", () => {
  it("every interval holds its value", () => {
    holds((_, { hours, workload, required, lines, workingTime, allowances, staff, byRole, byActivity }) => {
      const intervals = [
        hours,
        workload,
        required,
        workingTime.hours,
        allowances.categoryFactor,
        allowances.individualFactor,
        staff?.gap?.gap ?? null,
        ...lines.map(({ hours: value, low, high }) => ({ value, low, high })),
        ...(byRole?.parts ?? []).map((part) => part.required),
        ...byActivity.map((each) => each.hours),
      ];
      for (const interval of intervals) {
        if (interval === null) continue;
        expect(interval.low).toBeLessThanOrEqual(interval.value + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(interval.value - 1e-9);
      }
    });
  });

  it("the order of rows does not matter, to the last digit", () => {
    holds((sent, answered) => {
      const turned = Object.fromEntries(
        Object.entries(sent).map(([part, rows]) => [part, [...(rows as unknown[])].reverse()]),
      );
      expect(answer(turned)).toEqual(answered);
    });
  });

  it("more planned work, repairs or incidents never ask for fewer staff", () => {
    // More repairs done in the hours that were sent are quicker repairs: without a default, more are received instead.
    const more = (row: DeviceWork): DeviceWork => ({
      ...row,
      ppmDue: row.ppmDue === null ? null : row.ppmDue + 10,
      ...(row.category === "linac"
        ? { backlogEnd: row.backlogEnd === null ? null : row.backlogEnd + 10 }
        : { repairJobs: row.repairJobs === null ? null : row.repairJobs + 10 }),
    });
    holds((sent, answered) => {
      const busier = answer({
        ...sent,
        devices: sent.devices?.map(more) ?? null,
        activities:
          sent.activities?.map((row) =>
            row.activity === "incident_investigation" ? { ...row, volume: row.volume + 10 } : row,
          ) ?? null,
      });
      expect(busier.hours.value).toBeGreaterThanOrEqual(answered.hours.value - 1e-9);
      expect(busier.required?.value ?? 0).toBeGreaterThanOrEqual((answered.required?.value ?? 0) - 1e-9);
    });
  });

  it("productivity lowers hours, and never the number of lines", () => {
    holds((sent, answered) => {
      const later = answer({ ...sent, at: "2027-03-31", productivity: 0.02 });
      expect(later.hours.value).toBeCloseTo(answered.hours.value * 0.98, 6);
      expect(later.lines).toHaveLength(answered.lines.length);
    });
  });

  it("a count that is not sent becomes a name among what is missing, or another source, never nought", () => {
    holds((sent) => {
      const devices = sent.devices?.filter(
        ({ category, maintenanceModel, devices }) =>
          category !== "linac" && maintenanceModel === "in_house" && devices !== null && devices > 0,
      );
      if (!devices || devices.length === 0) return;
      const blank = devices.map((row) => ({
        ...row,
        ppmDue: null,
        ppmIntervalMonths: null,
        repairJobs: null,
        ppmBasis: null,
      }));
      const { lines, missing } = answer({ ...sent, devices: blank });
      const counted = (activity: string) => lines.filter((line) => line.activity === activity);
      expect(counted("planned_maintenance")).toEqual([]);
      expect(
        missing.some(({ activity, reason }) => activity === "planned_maintenance" && reason === "volume"),
      ).toBe(true);
      expect(counted("repair").every((line) => line.volumeFrom === "illustrative" && line.hours > 0)).toBe(
        true,
      );
    });
  });

  it("all WTE in post is either compared or named as not modelled", () => {
    holds((sent, { staff }) => {
      const all = (sent.staff ?? []).reduce((total, each) => total + each.inPost, 0);
      const named = (staff?.notModelled ?? []).reduce((total, { wte }) => total + wte, 0);
      if (staff?.gap) expect(staff.gap.inPost + named).toBeCloseTo(all, 4);
      else expect(staff?.inPost).toBeCloseTo(all, 4);
    });
  });

  it("the requirement is the workload or the floor, whichever is greater", () => {
    holds((_, { required, workload, rotaFloor }) => {
      if (required === null || workload === null) return;
      expect(required.value).toBe(
        Math.max(workload.value, rotaFloor.onCall ?? 0, rotaFloor.loneWorking ?? 0),
      );
    });
  });
});
