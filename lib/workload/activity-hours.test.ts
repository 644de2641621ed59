import { expect, it } from "vitest";
import { activityRow, standardsOf } from "@/tests/support/workload-service";
import { activitiesNotSent, activityHours } from "./activity-hours";
import type { ActivityWork } from "./activity-work";

const standards = standardsOf();
const work = (sent: Partial<ActivityWork>, asked: "standard" | "own" = "standard") =>
  activityHours(activityRow(sent), { standards, pooled: new Map(), asked });

it.each([
  [
    "an illustrative time, whatever was sent",
    { volume: 60, hours: 900 },
    "standard",
    "illustrative",
    [288, 480, 768],
  ],
  ["the service's own time for itself", { volume: 60, hours: 900 }, "own", "own", [900, 900, 900]],
  [
    "hours as sent where there is no default",
    { activity: "advice", volume: 10, hours: 35 },
    "standard",
    "sent",
    [35, 35, 35],
  ],
  [
    "hours as sent where the unit is not that of the default",
    { unit: "job", volume: 10, hours: 35 },
    "standard",
    "sent",
    [35, 35, 35],
  ],
  [
    "hours as sent on a volume of nought",
    { activity: "advice", volume: 0, hours: 35 },
    "standard",
    "sent",
    [35, 35, 35],
  ],
  ["nothing where nothing was done", { activity: "advice", volume: 0 }, "standard", "sent", [0, 0, 0]],
] as const)("an activity counts %s", (_, sent, asked, time, [low, value, high]) => {
  const { parts, missing } = work(sent, asked);
  expect(missing).toEqual([]);
  expect(parts).toMatchObject([
    { time, hours: value, byTime: { low, high }, byVolume: { low: value, high: value } },
  ]);
});

it("an activity without default and without hours is missing by name", () => {
  expect(
    work({
      activity: "rehabilitation_referral",
      specialism: "rehabilitation",
      unit: "referral",
      volume: 310,
    }),
  ).toEqual({
    parts: [],
    missing: [
      {
        activity: "rehabilitation_referral",
        category: null,
        specialisms: ["rehabilitation"],
        reason: "time",
        devices: null,
      },
    ],
  });
});

it("names every kind of work of which no row was sent", () => {
  const missing = activitiesNotSent([activityRow()], standards).map(({ activity }) => activity);
  expect(missing).toHaveLength(16);
  expect(missing).not.toContain("incident_investigation");
  expect(activitiesNotSent(null, standards)).toHaveLength(17);
});
