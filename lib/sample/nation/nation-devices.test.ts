import { describe, expect, it } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import { sentBy, yearBefore } from "./testing/sent-rows";
import { numberIn, wholeNation } from "./testing/whole-nation";

const nation = wholeNation(committedText("categories.csv"));
const truth = nation.truth();
const sent = sentBy(nation);

describe("the devices and assets", () => {
  it("have devices that add up: start + added + in − disposed − out = end, and a start that is last year's end", () => {
    const key = (row: Record<string, string>) =>
      [row.owner_organisation_code, row.category, row.setting, row.maintenance_model].join();
    for (const { census, organisation, rows } of sent) {
      if (organisation.tier === "core" || !rows.devices) continue;
      const before = yearBefore(sent, { census, organisation });
      const ends = new Map(before?.rows.devices?.map((row) => [key(row), row.device_count_end]));
      const backlogs = new Map(before?.rows.devices?.map((row) => [key(row), row.backlog_jobs_end]));
      for (const row of rows.devices) {
        const of = (column: string) => numberIn(row, column);
        expect(
          of("device_count_start") +
            of("added") +
            of("transferred_in") -
            of("disposed") -
            of("transferred_out"),
        ).toBe(of("device_count_end"));
        if (ends.has(key(row))) expect(row.device_count_start).toBe(ends.get(key(row)));
        if (backlogs.get(key(row))) expect(row.backlog_jobs_start).toBe(backlogs.get(key(row)));
      }
      const moved = (column: string) => rows.devices?.reduce((so, row) => so + numberIn(row, column), 0);
      expect(moved("transferred_in")).toBe(moved("transferred_out"));
    }
  });

  it("have devices that grow, age, are connected and move into the community", () => {
    const share = (census: string, column: string, of = "device_count_end") => {
      const rows = sent
        .filter((each) => each.census === census && each.organisation.tier !== "core")
        .flatMap((each) => each.rows.devices ?? []);
      return (
        rows.reduce((so, row) => so + numberIn(row, column), 0) /
        rows.reduce((so, row) => so + numberIn(row, of), 0)
      );
    };
    expect(share("2026-03-31", "connected_count")).toBeGreaterThan(
      share("2023-03-31", "connected_count") + 0.02,
    );
    expect(share("2026-03-31", "over_life_count")).toBeGreaterThan(0.15);
    expect(share("2026-03-31", "over_life_count")).toBeLessThan(0.4);
    expect(share("2026-03-31", "transferred_in")).toBeGreaterThan(0.0005);
    const devices = (census: string) =>
      truth.states.filter((state) => state.census === census).reduce((so, state) => so + state.devices, 0);
    expect(devices("2026-03-31") / devices("2023-03-31")).toBeGreaterThan(1.03);
  });

  it("leave between a quarter and 95 % of the time of those who maintain to recorded device hours, nearly everywhere", () => {
    const shares = sent.flatMap(({ organisation, rows }) => {
      if (
        organisation.tier === "core" ||
        !rows.devices ||
        !rows.workforce ||
        rows.devices.some((row) => row.owner_organisation_code)
      )
        return [];
      const time = rows.workforce
        .filter(
          (row) =>
            /clinical_technologist|associate|trainee|professional_engineer/.test(row.role ?? "") &&
            /equipment_management|equipment_library|community|renal/.test(row.specialism ?? ""),
        )
        .reduce((so, row) => so + numberIn(row, "in_post_wte") * 1550, 0);
      const hours = rows.devices.reduce(
        (so, row) => so + numberIn(row, "ppm_hours") + numberIn(row, "repair_hours"),
        0,
      );
      return time > 0 ? [hours / time] : [];
    });
    // A few have their managers and temporary staff maintain too.
    expect(shares.filter((each) => each > 0.95).length / shares.length).toBeLessThan(0.12);
    // A mental health trust's devices are many, and small.
    expect(shares.filter((each) => each < 0.25).length / shares.length).toBeLessThan(0.12);
  });

  it("have assets of small organisations only, whose references last and whose sums are the truth's", () => {
    const withAssets = sent.filter(({ rows }) => rows.assets);
    expect(withAssets.length).toBeGreaterThan(8);
    for (const { census, organisation, rows } of withAssets) {
      const assets = rows.assets ?? [];
      expect(rows.devices).toBeUndefined();
      expect(assets.length).toBeLessThanOrEqual(4500);
      expect(new Set(assets.map((row) => row.asset_ref)).size, organisation.code).toBe(assets.length);
      const there = assets.filter((row) => row.disposed === "");
      const state = truth.states.find(
        (each) => each.census === census && each.organisation === organisation.code,
      );
      const sum = (column: string) => assets.reduce((so, row) => so + numberIn(row, column), 0);
      expect(there.length).toBe(state?.devices);
      expect([sum("ppm_due"), sum("ppm_due_done")]).toEqual([state?.ppmDue, state?.ppmDueDone]);
      for (const row of assets) {
        expect(numberIn(row, "ppm_on_time")).toBeLessThanOrEqual(numberIn(row, "ppm_due_done"));
        expect(numberIn(row, "ppm_due_done") + numberIn(row, "ppm_not_found")).toBeLessThanOrEqual(
          numberIn(row, "ppm_due"),
        );
        expect(
          (row.commissioned ?? "") <= census && (row.disposed === "" || (row.disposed ?? "") <= census),
        ).toBe(true);
      }
      const next = withAssets.find(
        (each) => each.organisation.code === organisation.code && each.census > census,
      );
      const later = new Set(next?.rows.assets?.map((row) => row.asset_ref));
      if (next) expect(there.filter((row) => later.has(row.asset_ref ?? "")).length).toBe(there.length);
    }
  });
});
