import { describe, expect, it } from "vitest";
import { PARTS } from "@/lib/returns/parts";
import { committedText } from "@/tests/support/committed-tables";
import { type Rows, sentBy, yearBefore } from "./testing/sent-rows";
import { numberIn, rowsOf, wholeNation } from "./testing/whole-nation";

const nation = wholeNation(committedText("categories.csv"));
const sent = sentBy(nation);

describe("the workforce files", () => {
  it("say it in each way, tier and number of units", () => {
    const returned = sent.filter((each) => each.returned);
    const kinds = new Set(
      returned.map(({ organisation }) => `${organisation.wayOfSaying} ${organisation.tier}`),
    );
    expect(kinds.size).toBe(12);
    const apart = returned.filter(({ files }) => files.filter(({ part }) => part === "workforce").length > 1);
    expect(apart.length).toBeGreaterThan(8);
    for (const { files } of apart)
      for (const file of files.filter(({ serviceUnit }) => serviceUnit !== ""))
        if ("service_unit" in (rowsOf(file)[0] ?? {}))
          expect(new Set(rowsOf(file).map((row) => row.service_unit))).toEqual(new Set([file.serviceUnit]));
  });

  it("hold every role, band, specialism, vacancy state, absence, registration and programme", () => {
    const seen = new Map<string, Set<string>>();
    for (const { rows } of sent)
      for (const row of rows.workforce ?? [])
        for (const [column, value] of Object.entries(row))
          for (const member of value.split(";"))
            seen.set(column, (seen.get(column) ?? new Set()).add(member));
    const allowed = (column: string) =>
      PARTS.workforce?.columns.find(({ name }) => name === column)?.allowed?.map(({ value }) => value) ?? [];
    for (const column of [
      "line_type",
      "role",
      "afc_band",
      "specialism",
      "vacancy_state",
      "absence",
      "registration",
      "age_band",
    ])
      for (const value of allowed(column)) expect(seen.get(column), `${column} ${value}`).toContain(value);
    for (const programme of ["stp", "hsst", "ptp", "level_2", "level_4", "level_6"])
      expect(seen.get("training_programme")).toContain(programme);
    for (const funder of ["levy", "nhse", "heiw", "nes", "own"])
      expect(seen.get("training_funding")).toContain(funder);
    expect([...(seen.get("covers_post_ref") ?? [])].length).toBeGreaterThan(5);
    expect(seen.get("employer_organisation_code")).toContain("ZS107");
  });

  it("join people and posts from year to year: nine in ten keys of a return are in the next", () => {
    let [keys, kept] = [0, 0];
    for (const { census, organisation, rows } of sent.filter((each) => each.census < "2026-03-31")) {
      const next = sent.find(
        (each) =>
          each.organisation.code === organisation.code &&
          each.census.slice(0, 4) === String(Number(census.slice(0, 4)) + 1),
      );
      const later = new Set(next?.rows.workforce?.map((row) => row.person_key));
      if (later.size === 0) continue;
      for (const { person_key: key } of rows.workforce ?? []) {
        if (!key) continue;
        expect(key).toMatch(/^mk1_[\w-]{43}$/);
        keys += 1;
        if (later.has(key)) kept += 1;
      }
    }
    expect(kept / keys).toBeGreaterThan(0.82);
    expect(kept / keys).toBeLessThan(0.93);
  });
});

describe("the flows", () => {
  it("have flows that add up: the last return's heads, and those who joined, less those who left, are this one's", () => {
    const headsOf = (rows: Rows | undefined) => {
      const keys = new Set<string>();
      let heads = 0;
      for (const row of rows ?? []) {
        if (row.line_type !== "person" && row.line_type !== "group") continue;
        const key = row.person_key ?? "";
        if (key !== "" && keys.has(key)) continue;
        keys.add(key);
        heads += numberIn(row, "headcount");
      }
      return heads;
    };
    let compared = 0;
    for (const { census, organisation, rows } of sent) {
      const before = yearBefore(sent, { census, organisation });
      if (!before?.rows.workforce || !rows.workforce || !organisation.sends.flows) continue;
      const count = (direction: string) =>
        (rows.flows ?? []).filter((row) => row.direction === direction).length;
      compared += 1;
      expect(
        headsOf(before.rows.workforce) + count("joiner") - count("leaver"),
        `${organisation.code} ${census}`,
      ).toBe(headsOf(rows.workforce));
    }
    expect(compared).toBeGreaterThan(400);
  });
});
