import { describe, expect, it } from "vitest";
import { profileRow, standardsOf } from "@/tests/support/workload-service";
import type { ServiceProfile } from "./service-profile";
import { weekHours } from "./week-hours";
import { wholeService } from "./whole-service";
import { workingTime } from "./working-time";

const { weeks, defaultsOf } = standardsOf();
const SCOTLAND = "S92000003";
const week = (nation: string | null, at: string, sent: Partial<ServiceProfile> = {}, census = "2025-03-31") =>
  weekHours(wholeService([profileRow(sent)]), nation, weeks, { census, at });

describe("a whole-time post's week", () => {
  it.each([
    ["37.5 hours where no nation says otherwise", null, "2030-01-01", 37.5],
    ["37.5 hours in England", "E92000001", "2030-01-01", 37.5],
    ["37.5 hours in Scotland until 31 March 2024", SCOTLAND, "2024-03-31", 37.5, "2023-03-31"],
    ["37 hours in Scotland from 1 April 2024", SCOTLAND, "2024-04-01", 37, "2023-03-31"],
    ["37 hours in Scotland until 31 March 2026", SCOTLAND, "2026-03-31", 37],
    ["36 hours in Scotland from 1 April 2026", SCOTLAND, "2026-04-01", 36],
  ])("is %s", (_, nation, at, hours, census = "2025-03-31") => {
    const found = week(nation, at, {}, census);
    expect(found.hours).toBe(hours);
    expect(found.used).toMatchObject([{ id: "standard_hours_per_week", value: hours }]);
  });

  it("is the service's own where it gave one, and then no default is used", () => {
    expect(week("E92000001", "2030-01-01", { standard_hours_per_week: 35 })).toEqual({
      hours: 35,
      atCensus: 35,
      used: [],
    });
  });

  it("changes when the service's own change comes", () => {
    const own = { standard_hours_per_week: 37, standard_hours_next: 35, standardHoursFrom: "2025-10-01" };
    expect(week(SCOTLAND, "2025-09-30", own).hours).toBe(37);
    expect(week(SCOTLAND, "2025-10-01", own).hours).toBe(35);
    expect(week(SCOTLAND, "2026-04-01", own).hours).toBe(35);
  });

  it("changes with the nation's where the service gave its own week but no change", () => {
    expect(week(SCOTLAND, "2026-04-01", { standard_hours_per_week: 37 })).toMatchObject({
      hours: 36,
      atCensus: 37,
    });
  });
});

describe("hours a day", () => {
  const day = (sent: Partial<ServiceProfile>, at: string) => {
    const service = wholeService([profileRow(sent)]);
    return workingTime(service, week(SCOTLAND, at, sent), defaultsOf(SCOTLAND)).time.hoursPerDay;
  };
  it.each([
    ["a fifth of the week where absent", {}, "2025-03-31", 7.4],
    ["as sent", { hours_per_day: 8 }, "2025-03-31", 8],
    ["changed as the week is", { hours_per_day: 9.25 }, "2026-04-01", 9],
  ])("are %s", (_, sent, at, hours) => {
    expect(day(sent, at)).toBeCloseTo(hours, 12);
  });
});
