import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { AGE_BAND_IDS } from "../ages";
import { GROUP_COUNT } from "../groups";
import { estimateRates } from "./estimate-rates";
import type { ExitRow, FillRow } from "./exit-rows";

const exitRow = (some: Partial<ExitRow>): ExitRow => ({
  organisation: "ZT1",
  group: 3,
  ageBand: "40_44",
  people: 0,
  leave: 0,
  move: 0,
  promote: 0,
  retire: 0,
  ...some,
});
const fillRow = (some: Partial<FillRow>): FillRow => ({
  organisation: "ZT1",
  group: 3,
  vacant: 0,
  vacantFilled: 0,
  emptied: 0,
  refilled: 0,
  ...some,
});

describe("estimateRates", () => {
  it("gives the defaults, labelled so, where nothing was returned", () => {
    const { profession, groups, organisations, another } = estimateRates([], []);
    expect(profession.leave).toMatchObject({
      value: 1,
      people: 0,
      events: 0,
      priorShare: 1,
      evidence: "illustrative",
    });
    expect(profession.fill).toMatchObject({ value: 1.57, evidence: "illustrative" });
    expect(profession.promote).toMatchObject({
      value: 0,
      evidence: "illustrative",
    });
    expect(profession.promote.interval()).toEqual({ low: 0, high: 0 });
    expect(groups[4]?.retire).toMatchObject({ value: 1, evidence: "illustrative" });
    expect(another.leaving).toMatchObject({ value: 1, evidence: "illustrative" });
    // The default mix of ages at the default hazards: near 7 % leave, and the rest as in the table.
    expect(another.groups[3]?.leave.value).toBeCloseTo(0.073, 2);
    expect(another.groups[3]?.move.value).toBeCloseTo(-Math.log(0.98), 9);
    expect(organisations.size).toBe(0);
  });

  it("labels the defaults where rows have nobody and no post", () => {
    const { organisations } = estimateRates([exitRow({})], [fillRow({})]);
    const own = organisations.get("ZT1");
    expect(own?.leaving).toMatchObject({ value: 1, people: 0, evidence: "illustrative" });
    expect(own?.filling).toMatchObject({ value: 1, people: 0, evidence: "illustrative" });
    expect(own?.groups[3]?.fill).toMatchObject({ value: 1.57, evidence: "illustrative" });
  });

  it("says on how many people and events a rate rests, and how much of it is the others'", () => {
    const { profession, groups, organisations, another } = estimateRates(
      [
        exitRow({ people: 50, leave: 4, move: 1 }),
        exitRow({ people: 20, ageBand: "60_64", retire: 3 }),
        exitRow({ organisation: "ZT2", people: 90, leave: 2 }),
      ],
      [fillRow({ vacant: 4, vacantFilled: 3, emptied: 8, refilled: 5 })],
    );
    expect(profession.leave).toMatchObject({ people: 160, events: 6, evidence: "estimated" });
    expect(profession.retire).toMatchObject({ people: 20, events: 3 });
    expect(profession.leave.priorShare).toBeCloseTo(4 / (4 + 0.056 * 157), 1);
    expect(groups[3]?.leave).toMatchObject({ people: 160, events: 6 });
    expect(groups[0]?.leave).toMatchObject({ people: 0, events: 0, priorShare: 1, evidence: "estimated" });
    const own = organisations.get("ZT1");
    expect(own?.leaving).toMatchObject({ people: 70, events: 5, evidence: "estimated" });
    expect(own?.leaving.priorShare).toBeGreaterThan(0.2);
    expect(own?.leaving.priorShare).toBeLessThan(1);
    expect(own?.groups[3]?.retire).toMatchObject({ people: 20, events: 3 });
    expect(own?.groups[3]?.fill.events).toBe(8);
    expect(own?.groups[3]?.fill.people).toBeGreaterThan(2);
    expect(own?.groups[3]?.fill.people).toBeLessThan(8);
    expect(own?.leaving.value).toBeGreaterThan(organisations.get("ZT2")?.leaving.value ?? Infinity);
    expect(another.leaving).toMatchObject({ people: 0, events: 0, priorShare: 1, evidence: "estimated" });
  });

  it("keeps the shape of the defaults by age: only their size is estimated", () => {
    const { organisations } = estimateRates(
      [
        exitRow({ people: 200, leave: 30, ageBand: "25_29" }),
        exitRow({ organisation: "ZT2", people: 200, leave: 5, ageBand: "55_59" }),
      ],
      [],
    );
    const [young, old] = ["ZT1", "ZT2"].map((code) => organisations.get(code));
    const atOneTheta = (rates: typeof young) =>
      (rates?.groups[3]?.leave.value ?? 0) / (rates?.leaving.value ?? 1);
    expect(atOneTheta(young) / atOneTheta(old)).toBeCloseTo(Math.log(0.9) / Math.log(0.95), 9);
  });

  it("tells a rise of a tenth in the multiplier for each deviation of turnover, and none where it is noise", () => {
    const rows = (slope: number) =>
      Array.from({ length: 60 }, (_, at) => {
        const x = (at - 29.5) / 17.3;
        return exitRow({
          organisation: `ZT${at}`,
          people: 1000,
          leave: Math.round(56 * Math.exp(slope * x)),
        });
      });
    const turnover = new Map(Array.from({ length: 60 }, (_, at) => [`ZT${at}`, 0.1 + at / 1000]));
    expect(estimateRates(rows(0.1), [], turnover).turnover?.slope).toBeCloseTo(0.1, 2);
    expect(estimateRates(rows(0), [], turnover).turnover?.slope).toBeCloseTo(0, 2);
    expect(estimateRates(rows(0.1), []).turnover).toBeNull();
    expect(
      estimateRates(rows(0.1), [], new Map([...turnover.keys()].map((code) => [code, 0.1]))).turnover,
    ).toBeNull();
    // Organisations without a rate of turnover are in all the rest.
    const some = new Map([...turnover].map(([code, rate], at) => [code, at % 3 === 0 ? null : rate]));
    const estimates = estimateRates(rows(0.1), [], some);
    expect(estimates.turnover?.slope).toBeCloseTo(0.1, 1);
    expect(estimates.turnover?.organisations).toBe(40);
    expect(estimates.organisations.size).toBe(60);
  });

  it.each([
    [exitRow({ people: -1 }), /people of organisation ZT1, group 3, is -1/],
    [exitRow({ people: 4, leave: Number.NaN }), /leave of organisation ZT1, group 3, is NaN/],
    [exitRow({ group: 9 }), /group 9: 0 to 8/],
    [exitRow({ ageBand: "40-44" }), /age band 40-44: one of under_25/],
  ])("refuses %j", (row, message) => {
    expect(() => estimateRates([row], [])).toThrow(message);
  });

  it("refuses more fills than there were vacant posts", () => {
    expect(() => estimateRates([], [fillRow({ vacant: 1, vacantFilled: 2 })])).toThrow(
      /filled 2 of 1 vacant/,
    );
  });
});

const people = fc.nat({ max: 30 });
const someExits = fc.array(
  fc.record({
    organisation: fc.constantFrom("ZT1", "ZT2", "ZT3", "ZT4"),
    group: fc.nat({ max: GROUP_COUNT - 1 }),
    ageBand: fc.constantFrom(...AGE_BAND_IDS, "unknown"),
    people,
    leave: fc.nat({ max: 4 }),
    move: fc.nat({ max: 2 }),
    promote: fc.nat({ max: 2 }),
    retire: fc.nat({ max: 2 }),
  }),
  { minLength: 1, maxLength: 25 },
);
const someFills = fc.array(
  fc
    .record({
      organisation: fc.constantFrom("ZT1", "ZT2", "ZT3", "ZT5"),
      group: fc.nat({ max: GROUP_COUNT - 1 }),
      vacant: fc.nat({ max: 6 }),
      emptied: fc.nat({ max: 9 }),
      filled: fc.nat({ max: 6 }),
      again: fc.nat({ max: 9 }),
    })
    .map(({ filled, again, ...row }) => ({
      ...row,
      vacantFilled: Math.min(filled, row.vacant),
      refilled: Math.min(again, row.emptied),
    })),
  { maxLength: 12 },
);

test("no rate is NaN or negative, and every interval holds its value's order, whatever the rows", () => {
  fc.assert(
    fc.property(someExits, someFills, (exits, fills) => {
      const { profession, groups, organisations, another } = estimateRates(exits, fills);
      const places = [...organisations.values(), another];
      const rates = [
        ...Object.values(profession),
        ...groups.flatMap((group) => Object.values(group)),
        ...places.flatMap(({ leaving, filling }) => [leaving, filling]),
        ...places.flatMap((place) => place.groups.flatMap((group) => Object.values(group))),
      ];
      for (const { value, interval: within, people: years, events, priorShare, quantile } of rates) {
        const interval = within();
        expect(value >= 0 && value < Infinity && years >= 0 && events >= 0).toBe(true);
        expect(interval.low >= 0 && interval.low <= interval.high && interval.high < Infinity).toBe(true);
        expect(priorShare >= 0 && priorShare <= 1).toBe(true);
        expect(quantile(0.5) >= interval.low && quantile(0.5) <= interval.high).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("one more who leaves never lowers the rate of their group, in their organisation or the profession", () => {
  fc.assert(
    fc.property(someExits, fc.nat(), (exits, which) => {
      const at = which % exits.length;
      const row = exits[at] as ExitRow;
      fc.pre(row.people > 0);
      const more = exits.map((one, here) => (here === at ? { ...one, leave: one.leave + 1 } : one));
      const [before, after] = [exits, more].map((rows) => {
        const { groups, organisations } = estimateRates(rows, []);
        return [groups[row.group]?.leave, organisations.get(row.organisation)?.groups[row.group]?.leave];
      });
      for (const [here, rate] of (before ?? []).entries()) {
        expect(after?.[here]?.value ?? 0).toBeGreaterThanOrEqual((rate?.value ?? 0) * (1 - 1e-9));
      }
    }),
    { numRuns: 60 },
  );
});

test("one more who is filled never lowers the organisation's fill hazard", () => {
  fc.assert(
    fc.property(someFills, fc.nat(), (fills, which) => {
      fc.pre(fills.length > 0);
      const at = which % fills.length;
      const row = fills[at] as FillRow;
      fc.pre(row.refilled < row.emptied);
      const more = fills.map((one, here) => (here === at ? { ...one, refilled: one.refilled + 1 } : one));
      const [before, after] = [fills, more].map(
        (rows) =>
          estimateRates([], rows).organisations.get(row.organisation)?.groups[row.group]?.fill.value ?? 0,
      );
      expect(after).toBeGreaterThanOrEqual((before ?? 0) * (1 - 1e-9));
    }),
    { numRuns: 60 },
  );
});

test("the order of the rows changes no bit", () => {
  fc.assert(
    fc.property(someExits, someFills, (exits, fills) => {
      const forth = estimateRates(exits, fills);
      const back = estimateRates([...exits].reverse(), [...fills].reverse());
      expect([...back.organisations.keys()]).toEqual([...forth.organisations.keys()]);
      for (const [code, rates] of forth.organisations) {
        expect(back.organisations.get(code)?.leaving.value).toBe(rates.leaving.value);
        expect(back.organisations.get(code)?.filling.value).toBe(rates.filling.value);
      }
    }),
    { numRuns: 40 },
  );
});
