import { describe, expect, it } from "vitest";
import { ACTIVITIES_OF_SERVICE, ACTIVITY_UNITS } from "@/lib/returns/codes/activity";
import { MAINTENANCE_MODELS } from "@/lib/returns/codes/maintenance";
import { SPECIALISMS } from "@/lib/returns/codes/specialism";
import { DEVICE_ACTIVITIES } from "@/lib/workload/device-work";
import { committedStandards } from "@/tests/support/workload-service";

const standards = committedStandards();
const values = (codes: readonly { value: string }[]) => codes.map(({ value }) => value).sort();
const activities = values([...DEVICE_ACTIVITIES, ...ACTIVITIES_OF_SERVICE]);
const specialisms = values(SPECIALISMS);

describe("the tables of standard times", () => {
  it("have every maintenance model, activity and specialism, once", () => {
    expect([...standards.models.keys()].sort()).toEqual(values(MAINTENANCE_MODELS));
    expect([...standards.activities.keys()].sort()).toEqual(values(ACTIVITIES_OF_SERVICE));
    expect([...standards.mainWork.keys()].sort()).toEqual(specialisms);
    expect([...standards.registeredPercent.keys()].sort()).toEqual(activities);
  });

  it("name only codes that there are", () => {
    const units = values(ACTIVITY_UNITS);
    for (const { unit, specialisms: who } of standards.activities.values()) {
      if (unit !== null) expect(units).toContain(unit);
      expect(who.length).toBeGreaterThan(0);
      for (const specialism of who) expect(specialisms).toContain(specialism);
    }
    for (const work of [...standards.mainWork.values()].flat()) expect(activities).toContain(work);
    for (const [category, specialism] of standards.categorySpecialisms) {
      expect([...standards.categories.keys()]).toContain(category);
      expect(specialisms).toContain(specialism);
    }
  });

  it("have every default with its range, class and source, for every nation", () => {
    for (const nation of [null, "E92000001", "W92000004", "S92000003", "N92000002"])
      for (const [id, used] of Object.entries(standards.defaultsOf(nation))) {
        expect(used.low <= used.value && used.value <= used.high, id).toBe(true);
        expect(["fact", "assumption", "illustrative"]).toContain(used.evidence);
        expect(used.source).not.toBe("");
      }
  });

  it("have every interval about its value, and every share between nought and all", () => {
    const times = [
      ...[...standards.models.values()].flatMap((model) => Object.values(model)),
      ...[...standards.activities.values()].flatMap(({ time }) => time ?? []),
    ];
    for (const { value, low, high } of times) expect(low <= value && value <= high && low >= 0).toBe(true);
    for (const { planned, repair } of standards.models.values())
      expect(Math.max(planned.high, repair.high)).toBeLessThanOrEqual(1);
    for (const percent of standards.registeredPercent.values())
      expect(percent >= 0 && percent <= 100).toBe(true);
  });
});
