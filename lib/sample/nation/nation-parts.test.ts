import { describe, expect, it } from "vitest";
import { PARTS } from "@/lib/returns/parts";
import { committedText } from "@/tests/support/committed-tables";
import { sentBy, yearBefore } from "./testing/sent-rows";
import { numberIn, wholeNation } from "./testing/whole-nation";

const nation = wholeNation(committedText("categories.csv"));
const sent = sentBy(nation);

describe("the parts of a return", () => {
  it("are sent by about as many as are said to", () => {
    for (const { census } of nation.collections) {
      const returned = sent.filter((each) => each.census === census && each.returned);
      const share = (part: string) => returned.filter(({ rows }) => rows[part]).length / returned.length;
      expect(share("devices") + share("assets")).toBeGreaterThan(0.98);
      expect(Math.abs(share("activities") - 0.7)).toBeLessThan(0.1);
      expect(share("flows")).toBeGreaterThan(0.7);
      expect(Math.abs(share("profile") - 0.9)).toBeLessThan(0.08);
    }
  });

  it("have a profile of every unit, Scotland's hours, whom a host serves, and some columns left blank", () => {
    for (const { census, organisation, rows } of sent) {
      for (const row of rows.profile ?? []) {
        const scotland = organisation.nation === "scotland";
        expect(row.standard_hours_per_week).toBe(scotland ? "37" : "37.5");
        expect([row.standard_hours_next, row.standard_hours_from]).toEqual(
          scotland && census === "2026-03-31" ? ["36", "2026-04-01"] : ["", ""],
        );
        expect(
          numberIn(row, "procurements_from_specification") + numberIn(row, "procurements_not_consulted"),
        ).toBeLessThanOrEqual(numberIn(row, "device_procurements_12m") || Infinity);
        expect(numberIn(row, "network_incidents_before_harm")).toBeLessThanOrEqual(
          numberIn(row, "network_incidents_12m") || Infinity,
        );
      }
      if (rows.profile) expect(rows.profile.length).toBe(Math.max(1, organisation.units.length));
    }
    const profiles = sent.flatMap(({ rows }) => rows.profile ?? []);
    expect(profiles.find((row) => row.organisation_code === "ZS011")?.organisations_served).toBe("ZS015");
    for (const column of ["sufficiency", "represented_on", "sickness_days", "accreditation", "on_call"]) {
      const said = profiles.filter((row) => row[column] !== "").length / profiles.length;
      expect(said, column).toBeGreaterThan(0.6);
      if (column !== "sufficiency") expect(said, column).toBeLessThan(1);
    }
  });

  it("agree with one another and with last year's, as the checks of a whole return ask, nearly everywhere", () => {
    const broken = new Map<string, number>();
    let returns = 0;
    const ask = (rule: string, holds: boolean) => {
      if (!holds) broken.set(rule, (broken.get(rule) ?? 0) + 1);
    };
    const near = (one: number, other: number, share: number) =>
      Math.abs(one - other) <= share * Math.abs(other) + 1e-9;
    for (const { census, organisation, rows } of sent) {
      if (!rows.workforce) continue;
      returns += 1;
      const sum = (column: string, part = rows.workforce) =>
        (part ?? []).reduce((so, row) => so + numberIn(row, column), 0);
      const [profile, ...units] = rows.profile ?? [];
      if (profile && units.length === 0) {
        const ledger = numberIn(profile, "establishment_ledger_wte");
        ask("ledger", near(ledger, sum("establishment_wte"), 0.02));
        const vacant = sum("establishment_wte") - sum("in_post_wte");
        ask(
          "sufficient",
          vacant > 0.001 || profile.sufficiency === "" || numberIn(profile, "sufficiency") > 2,
        );
      }
      const before = yearBefore(sent, { census, organisation })?.rows;
      if (!before?.workforce) continue;
      if (organisation.openingPosts >= 12)
        ask("wte", near(sum("in_post_wte"), sum("in_post_wte", before.workforce), 0.15));
      if (rows.devices && before.devices)
        ask(
          "devices",
          near(sum("device_count_end", rows.devices), sum("device_count_end", before.devices), 0.15),
        );
      ask("identical", JSON.stringify(rows.workforce) !== JSON.stringify(before.workforce));
    }
    expect(broken.get("ledger")).toBeUndefined();
    expect(broken.get("devices")).toBeUndefined();
    expect(broken.get("identical")).toBeUndefined();
    expect((broken.get("wte") ?? 0) / returns).toBeLessThan(0.05);
    expect((broken.get("sufficient") ?? 0) / returns).toBeLessThan(0.02);
  });

  it("use declared columns only, in declared order", () => {
    for (const { files } of sent)
      for (const { part, text } of files) {
        const declared = PARTS[part]?.columns.map(({ name }) => name);
        if (!declared) continue;
        const header = text.slice(0, text.indexOf("\n")).split(",");
        expect(declared.filter((name) => header.includes(name))).toEqual(header);
      }
  });
});
