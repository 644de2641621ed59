import { describe, expect, test } from "vitest";
import { assumptionsOfRates } from "@/lib/scenarios/assumptions-of-rates";
import { byExitCause, type ExitRow, type FillRow } from "./exit-rows";
import { ALL_GROUPS, publishedRates, TURNOVER_SLOPE } from "./published-rates";

/** Departments of the technologists to band 6 (group 3), of 35 to 39, alike but for who leaves. */
const exits = (organisations: number, people: number, leave: (at: number) => number): ExitRow[] =>
  Array.from({ length: organisations }, (_, at) => ({
    organisation: `O${at}`,
    group: 3,
    ageBand: "35_39",
    people,
    ...byExitCause((cause) => (cause === "leave" ? leave(at) : 0)),
  }));
const fills = (organisations: number): FillRow[] =>
  Array.from({ length: organisations }, (_, at) => ({
    organisation: `O${at}`,
    group: 3,
    vacant: 4,
    vacantFilled: 3,
    emptied: 2,
    refilled: 1,
  }));
const leaving = (rows: readonly ExitRow[]) => publishedRates(rows, []).filter(({ rate }) => rate === "leave");

describe("a rate that a release publishes", () => {
  const [all, group, ...more] = leaving(exits(40, 100, () => 7));

  test("is the profession's, and that of each group of which enough is told", () => {
    expect([all?.group, group?.group, more]).toEqual([ALL_GROUPS, "technologist_to_6", []]);
    expect(all).toMatchObject({ people: 4000, events: 280, organisations: 40 });
    // 280 of 4,000 left, .07 a year at the default: nobody is lost to other causes but themselves.
    expect(all?.value).toBeCloseTo(1, 1);
    expect(all?.low).toBeLessThan(0.95);
    expect(all?.high).toBeGreaterThan(1.05);
  });

  test("moves by no less than five events make, as a rounded count does", () => {
    // Five of 280 events are 1.8 % of it: two hundredths are the next of 1, 2 and 5.
    for (const value of [all?.value, all?.low, all?.high])
      expect(Math.abs(((value ?? 0) / 0.02) % 1)).toSatisfy((part: number) => part < 1e-6 || part > 1 - 1e-6);
    const values = new Set(
      [278, 279, 280, 281, 282].map(
        (events) => leaving(exits(40, 100, (at) => (at === 0 ? events - 39 * 7 : 7)))[0]?.value,
      ),
    );
    expect(values.size).toBeLessThanOrEqual(2);
  });

  test("counts people and events to five", () => {
    const [rounded] = leaving(exits(41, 51, () => 3));
    expect(rounded).toMatchObject({ people: 2090, events: 125 });
  });
});

describe("a rate is not published", () => {
  test.each<[string, ExitRow[]]>([
    ["of nine organisations", exits(9, 400, () => 20)],
    ["of fewer than 50 people", exits(12, 4, () => 4)],
    ["of few events", exits(20, 100, () => 1)],
    ["where one organisation has nearly all of them", exits(20, 100, (at) => (at === 0 ? 90 : 1))],
    ["of nothing", []],
  ])("%s", (_, rows) => {
    expect(leaving(rows)).toEqual([]);
  });

  test("and then its group has the profession's", () => {
    const few = exits(12, 30, () => 1).map((row) => ({ ...row, group: 0 }));
    const groups = leaving([...exits(40, 100, () => 7), ...few]).map(({ group }) => group);
    expect(groups).toEqual([ALL_GROUPS, "technologist_to_6"]);
  });
});

test("how fast posts are filled is a hazard a year, estimated from posts alone", () => {
  const [all] = publishedRates([], fills(40)).filter(({ rate }) => rate === "fill");
  // Three of four filled within a year is a hazard of ln 4.
  expect(all?.value).toBeGreaterThan(1);
  expect(all?.value).toBeLessThan(1.6);
  expect(all).toMatchObject({ people: 240, events: 160, organisations: 40 });
});

describe("the slope on official turnover", () => {
  const rows = exits(40, 100, (at) => Math.round(7 * Math.exp(0.2 * ((at - 19.5) / 11.5))));
  const turnoverOf = (many: number) =>
    new Map(Array.from({ length: many }, (_, at) => [`O${at}`, 0.01 + at / 1000]));
  const slope = (many: number) =>
    publishedRates(rows, [], turnoverOf(many)).find(({ group }) => group === TURNOVER_SLOPE);

  test("is published with its interval, to hundredths, under the rule of rates", () => {
    expect(slope(40)).toMatchObject({ rate: "leave", people: 4000, organisations: 40 });
    expect(slope(40)?.value).toBeGreaterThan(0.1);
    expect(slope(40)?.low).toBeGreaterThan(0);
    expect(slope(40)?.high).toBeLessThan(0.4);
    expect(String(slope(40)?.value)).toMatch(/^0\.\d{1,2}$/);
  });

  test("is not where fewer than ten organisations have a turnover, or none is known", () => {
    expect(slope(9)).toBeUndefined();
    expect(slope(0)).toBeUndefined();
    expect(publishedRates(rows, [], turnoverOf(0))).toEqual(publishedRates(rows, []));
  });

  test("is no rate of anybody's, and looks do not take it for one", () => {
    const rates = publishedRates(rows, [], turnoverOf(40));
    const plain = rates.filter(({ group }) => group !== TURNOVER_SLOPE);
    expect(assumptionsOfRates(rates)).toEqual(assumptionsOfRates(plain));
  });
});
