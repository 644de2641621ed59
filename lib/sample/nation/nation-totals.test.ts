import { describe, expect, it } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import { independentTotals, type Totals } from "@/tests/support/independent-totals";
import type { NationFile } from "./part-file";
import { sentBy } from "./testing/sent-rows";
import { numberIn, wholeNation } from "./testing/whole-nation";

const nation = wholeNation(committedText("categories.csv"));
const truth = nation.truth();
const sent = sentBy(nation);
const textOf = (files: readonly NationFile[], part: string) => {
  const [first, ...more] = files.filter((file) => file.part === part).map(({ text }) => text);
  return (first ?? "") + more.map((text) => text.slice(text.indexOf("\n") + 1)).join("");
};
const totals = new Map(
  nation.collections.map(({ census }) => [
    census,
    independentTotals(
      sent
        .filter((each) => each.census === census && each.returned)
        .map(({ organisation, files }) => ({
          organisation: organisation.code,
          board: organisation.board ?? organisation.region,
          region: organisation.region,
          workforce: textOf(files, "workforce"),
          devices: textOf(files, "devices"),
        })),
    ),
  ]),
);

describe("the totals at each census", () => {
  it.each(nation.collections.map(({ census }) => census))(
    "%s: about 3,000 in post and about 6 % of funded posts vacant",
    (census) => {
      const states = truth.states.filter((state) => state.census === census);
      const sum = (of: (state: (typeof states)[number]) => number) =>
        states.reduce((so, state) => so + of(state), 0);
      const headcount = sum((state) => state.headcount);
      const establishment = sum((state) => state.establishmentWte);
      const rate = (100 * sum((state) => state.vacantWte)) / establishment;
      const all = totals.get(census)?.get("all") as Totals;
      const returnedRate = (100 * all.vacancyWte) / all.establishmentWte;
      console.info(
        `Nation at ${census}: ${headcount} people in post, ${establishment.toFixed(1)} WTE funded, vacancy ${rate.toFixed(1)} % ` +
          `(funded WTE less contracted WTE in post, over funded WTE); of those returned: ${all.headcount} people, ` +
          `${all.establishmentWte.toFixed(1)} WTE funded, ${returnedRate.toFixed(1)} % vacant, ${all.devices} devices.`,
      );
      expect(Math.abs(headcount - 3000)).toBeLessThan(100);
      expect(Math.abs(rate - 6)).toBeLessThan(1);
      expect(Math.abs(returnedRate - 6)).toBeLessThan(1);
      const devices = sum((state) => state.devices) / sum((state) => state.inPostWte);
      // Between one head for 750 devices and one for 1,000: what teams have said of themselves.
      expect(devices).toBeGreaterThan(750);
      expect(devices).toBeLessThan(1000);
      expect(sum((state) => state.ppmDueDone) / sum((state) => state.ppmDue)).toBeGreaterThan(0.8);
    },
  );

  it("agree with the truth of every organisation that returned", () => {
    for (const { census, organisation, returned, rows } of sent) {
      if (!returned) continue;
      const own = totals.get(census)?.get(organisation.code) as Totals;
      const state = truth.states.find(
        (each) => each.census === census && each.organisation === organisation.code,
      );
      expect(own.establishmentWte).toBeCloseTo(state?.establishmentWte ?? 0, 4);
      expect(own.inPostWte).toBeCloseTo(state?.inPostWte ?? 0, 4);
      expect(own.coverWte).toBeCloseTo(state?.coverWte ?? 0, 4);
      expect(own.headcount, `${organisation.code} ${census}`).toBe(state?.headcount);
      const aged = Object.entries(state?.ages ?? {}).reduce(
        (so, [age, heads]) => so + (Number(age) >= 55 ? heads : 0),
        0,
      );
      // Some ages are not known to the organisation.
      expect(own.headcount55AndOver).toBeLessThanOrEqual(aged);
      expect(own.headcount55AndOver).toBeGreaterThanOrEqual(aged - 4);
      const devices = (rows.devices ?? []).filter((row) => !row.owner_organisation_code);
      if (rows.devices)
        expect(devices.reduce((so, row) => so + numberIn(row, "device_count_end"), 0)).toBe(state?.devices);
    }
  });
});
