import { describe, expect, it } from "vitest";
import { devicesRow } from "@/tests/support/workload-service";
import { jobVolume } from "./job-volume";

const RATE = { value: 0.3, low: 0.2, high: 0.6 };
const exactly = (value: number) => ({ value, low: value, high: value });

describe("jobs that a year asks for", () => {
  it.each([
    [
      "planned jobs are those that fell due, done or not",
      "planned_maintenance",
      { ppmDue: 100, ppmJobs: 60 },
      exactly(100),
      "sent",
    ],
    ["none due is an answer", "planned_maintenance", { ppmDue: 0, devices: 9 }, exactly(0), "sent"],
    [
      "planned jobs not sent follow from the interval that was",
      "planned_maintenance",
      { devices: 30, ppmIntervalMonths: 6 },
      exactly(60),
      "derived",
    ],
    [
      "where no plan is meant, none is due",
      "planned_maintenance",
      { devices: 30, ppmBasis: "none" },
      exactly(0),
      "derived",
    ],
    [
      "repairs received are those done and the growth of the backlog",
      "repair",
      { repairJobs: 40, backlogStart: 5, backlogEnd: 12 },
      exactly(47),
      "sent",
    ],
    [
      "a backlog worked off is last year's work",
      "repair",
      { repairJobs: 40, backlogStart: 12, backlogEnd: 5 },
      exactly(33),
      "sent",
    ],
    [
      "repairs received are not below nought",
      "repair",
      { repairJobs: 2, backlogStart: 12, backlogEnd: 0 },
      exactly(0),
      "sent",
    ],
    [
      "with one backlog only, those done stand in",
      "repair",
      { repairJobs: 40, backlogEnd: 12 },
      exactly(40),
      "sent",
    ],
    [
      "repairs not sent follow from the illustrative rate, with its range",
      "repair",
      { devices: 100 },
      { value: 30, low: 20, high: 60 },
      "illustrative",
    ],
    ["acceptance as sent", "acceptance", { acceptanceJobs: 7, added: 9 }, exactly(7), "sent"],
    ["acceptance not sent follows from devices added", "acceptance", { added: 9 }, exactly(9), "derived"],
    ["decommissioning as sent", "decommission", { decommissionJobs: 0, disposed: 3 }, exactly(0), "sent"],
    [
      "decommissioning not sent follows from disposals",
      "decommission",
      { disposed: 3 },
      exactly(3),
      "derived",
    ],
  ] as const)("%s", (_, activity, sent, jobs, from) => {
    expect(jobVolume(activity, devicesRow(sent), RATE)).toEqual({ jobs, from });
  });

  it.each([
    ["planned jobs of devices with no interval", "planned_maintenance", { devices: 30 }],
    ["planned jobs at an interval of devices unknown", "planned_maintenance", { ppmIntervalMonths: 12 }],
    ["repairs of an unknown number of devices", "repair", {}],
    ["acceptance", "acceptance", { devices: 30 }],
    ["decommissioning", "decommission", { devices: 30 }],
  ] as const)("cannot be told: %s", (_, activity, sent) => {
    expect(jobVolume(activity, devicesRow(sent), RATE)).toBeNull();
  });

  it("cannot tell repairs where the category has no rate", () => {
    expect(jobVolume("repair", devicesRow({ devices: 30 }), null)).toBeNull();
  });
});
