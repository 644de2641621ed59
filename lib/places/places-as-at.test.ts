import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import { LEVELS, type Level } from "./place";
import { ancestorsOf, type Hierarchy, organisationsUnder, placesAsAt } from "./places-as-at";

const tables = committedTables();
const count = (hierarchy: Hierarchy, level: Level) =>
  [...hierarchy.values()].filter(({ place }) => place.level === level).length;
const path = (code: string, date: string) =>
  ancestorsOf(placesAsAt(tables, date), code).map((place) => place.code);

describe("places as at a date", () => {
  test.each([
    ["2026-03-31", 42],
    ["2026-04-01", 36],
    ["2022-07-01", 42],
    ["2022-06-30", 0],
  ])("on %s there are %i boards", (date, boards) => {
    expect(count(placesAsAt(tables, date), "board")).toBe(boards);
  });

  test("on 31 July 2026 there are 233 organisations: 202 in England, 16, 10 and 5 in the other nations", () => {
    const hierarchy = placesAsAt(tables, "2026-07-31");
    expect(count(hierarchy, "organisation")).toBe(233);
    expect(
      ["E92000001", "S92000003", "W92000004", "N92000002"].map(
        (n) => organisationsUnder(hierarchy, n).length,
      ),
    ).toEqual([202, 16, 10, 5]);
    expect(organisationsUnder(hierarchy, "K02000001")).toHaveLength(233);
  });

  test.each([
    ["Oxleas before its move", "RPG", "2026-03-31", ["QKK", "Y56", "E92000001", "K02000001"]],
    [
      "Oxleas after its move, in another region",
      "RPG",
      "2026-04-01",
      ["QKS", "Y59", "E92000001", "K02000001"],
    ],
    ["Sandwell before its move", "RXK", "2026-03-31", ["QHL", "Y60", "E92000001", "K02000001"]],
    ["Sandwell after its move", "RXK", "2026-04-01", ["QUA", "Y60", "E92000001", "K02000001"]],
    ["Frimley Health before the split", "RDU", "2026-03-31", ["QNQ", "Y59", "E92000001", "K02000001"]],
    ["Frimley Health after it", "RDU", "2026-04-01", ["S9B9J", "Y59", "E92000001", "K02000001"]],
    [
      "Berkshire Healthcare, of the same board, after it",
      "RWX",
      "2026-04-01",
      ["S0E4D", "Y59", "E92000001", "K02000001"],
    ],
    [
      "Princess Alexandra, from Herts and West Essex",
      "RQW",
      "2026-04-01",
      ["D7T5G", "Y61", "E92000001", "K02000001"],
    ],
    [
      "West Hertfordshire, from the same board",
      "RWG",
      "2026-04-01",
      ["S1Y5D", "Y61", "E92000001", "K02000001"],
    ],
    ["East Suffolk and North Essex", "RDE", "2026-04-01", ["D7T5G", "Y61", "E92000001", "K02000001"]],
    ["West Suffolk, from the same board", "RGR", "2026-04-01", ["T6Y0W", "Y61", "E92000001", "K02000001"]],
    [
      "a five-character trust before the merger",
      "G6V2S",
      "2026-03-31",
      ["QMJ", "Y56", "E92000001", "K02000001"],
    ],
    ["and after it", "G6V2S", "2026-04-01", ["Z9B2Z", "Y56", "E92000001", "K02000001"]],
    ["a trust before there were boards", "RJ1", "2022-06-30", ["Y56", "E92000001", "K02000001"]],
    ["Velindre: never in an English board", "RQF", "2025-07-31", ["W92000004", "K02000001"]],
    ["a Scottish board skips two levels", "S08000024", "2026-04-01", ["S92000003", "K02000001"]],
    [
      "a care trust, which is not in the trust file",
      "TAJ",
      "2026-04-01",
      ["QUA", "Y60", "E92000001", "K02000001"],
    ],
    ["a trust on its last day", "RYV", "2026-03-31", ["QUE", "Y61", "E92000001", "K02000001"]],
    ["and on the day after", "RYV", "2026-04-01", []],
    ["a trust that is not open yet", "K0N6A", "2026-05-31", []],
  ])("%s", (_, code, date, expected) => {
    expect(path(code, date)).toEqual(expected);
  });

  test("an assumed date is said on the row it was assumed for", () => {
    for (const code of ["RPG", "RXK"]) {
      for (const date of ["2026-03-31", "2026-04-01"]) {
        const membership = placesAsAt(tables, date).get(code)?.membership;
        expect(membership?.evidence).toBe("assumption");
        expect(membership?.note).toContain("1 April 2026 is assumed");
      }
    }
    expect(placesAsAt(tables, "2026-04-01").get("RDU")?.membership?.evidence).toBe("fact");
  });

  test("on any date it is one tree under the United Kingdom, each place once, levels only descending", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1985-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (day) => {
          const hierarchy = placesAsAt(tables, day.toISOString().slice(0, 10));
          for (const [code, { place, parent, children }] of hierarchy) {
            expect(parent === null).toBe(code === "K02000001");
            for (const child of children) {
              const below = hierarchy.get(child);
              expect(below?.parent).toBe(code);
              expect(LEVELS.indexOf(below?.place.level ?? place.level)).toBeGreaterThan(
                LEVELS.indexOf(place.level),
              );
            }
          }
          expect(ancestorsOf(hierarchy, "RJ1").at(-1)?.code ?? "K02000001").toBe("K02000001");
          expect(organisationsUnder(hierarchy, "K02000001")).toHaveLength(count(hierarchy, "organisation"));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("since there are boards, England's organisations are those of its boards, each once", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2022-07-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (day) => {
          const hierarchy = placesAsAt(tables, day.toISOString().slice(0, 10));
          const boards = [...hierarchy.values()].filter(({ place }) => place.level === "board");
          const summed = boards.flatMap(({ place }) =>
            organisationsUnder(hierarchy, place.code).map(({ code }) => code),
          );
          expect(summed.sort()).toEqual(organisationsUnder(hierarchy, "E92000001").map(({ code }) => code));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a place that is not in the hierarchy has nothing above or under it", () => {
    const hierarchy = placesAsAt(tables, "2026-04-01");
    expect(ancestorsOf(hierarchy, "QNQ")).toEqual([]);
    expect(organisationsUnder(hierarchy, "QNQ")).toEqual([]);
  });
});
