import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allFiguresOf } from "@/db/queries/published/figures";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import type { WorkloadRow } from "@/lib/disclosure/release-input";
import { MEASURES } from "@/lib/measures/catalogue";
import { seriesOf } from "@/lib/published/release";
import { ownData } from "@/lib/services/returns/own-data";
import { dropTruthRole, exactAggregate, exactWorkloads, makeTruthRole } from "../support/exact-aggregate";
import { exactFigure, ON_PUBLISHED_SIZES } from "../support/exact-figure";
import { addTo, type ExactFigures, summed } from "../support/exact-figures";
import { modelledBounds } from "../support/exact-of-work";
import type { IndependentWorkload } from "../support/independent-workload";
import { ownFiguresOf } from "../support/own-figures-of";
import { sampleTruths } from "../support/sample-truth";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const truths = sampleTruths();
const ROLE = `muster_truth_${process.pid}`;

let at: ServiceSite;
const aggregates: Map<string, ExactFigures>[] = [];
const workloads: WorkloadRow[][] = [];
/** What is published of each census. */
const published: Figure[][] = [];

beforeAll(async () => {
  at = await serviceSite("sample");
  const owner = new Client({ connectionString: at.database.ownerUrl });
  await owner.connect();
  await makeTruthRole(owner, ROLE);
  for (const { census } of truths) {
    aggregates.push(await exactAggregate(owner, ROLE, census));
    workloads.push(await exactWorkloads(owner, ROLE, census));
  }
  await dropTruthRole(owner, ROLE);
  await owner.end();
  await inTransaction(at.site.pool, { role: "muster_member" }, async (reader) => {
    for (const { number } of seriesOf(await releases(reader)))
      published.push(await allFiguresOf(reader, number));
  });
});

afterAll(() => at?.close());

const known = (figures: ExactFigures | undefined) =>
  Object.fromEntries([...(figures ?? [])].filter(([, amount]) => amount !== 0).sort());
const COARSE = /\|(?:role4|band4|age3|register3|specialism4)\|/;
const fine = (figures: ExactFigures | undefined) =>
  known(new Map([...(figures ?? [])].filter(([key]) => !COARSE.test(key))));

describe.each(truths.map((truth, position) => ({ truth, position })))(
  "$truth.census",
  ({ truth, position }) => {
    test("what the release is made from is what the files say, for every place, measure and breakdown", () => {
      const aggregate = aggregates[position] as Map<string, ExactFigures>;
      expect([...aggregate.keys()].sort()).toEqual(
        [...truth.answers]
          .filter(([, answer]) => answer !== "not_returned")
          .map(([code]) => code)
          .sort(),
      );
      for (const code of truth.under.keys()) {
        const here = (truth.under.get(code) ?? []).map((organisation) => aggregate.get(organisation));
        const sum: ExactFigures = new Map();
        for (const figures of here) for (const [key, amount] of figures ?? []) addTo(sum, key, amount);
        expect({ code, ...fine(sum) }).toEqual({ code, ...fine(truth.at(code)) });
      }
    });

    test("what the work of each service asks for is what its files ask for at the committed times", () => {
      const rows = workloads[position] as WorkloadRow[];
      expect(rows.map(({ organisation }) => organisation).sort()).toEqual([...truth.workloads.keys()].sort());
      const near = (amount: number) => expect.closeTo(amount, 6);
      const range = ([middle, least, most]: readonly [number, number, number]) => ({
        value: near(middle),
        low: near(least),
        high: near(most),
      });
      for (const { organisation, ...row } of rows) {
        const twin = truth.workloads.get(organisation) as IndependentWorkload;
        expect({ organisation, ...row }).toEqual({
          organisation,
          required: range(twin.required),
          compared: range(twin.compared),
          comparedInPost: near(twin.comparedInPost),
          deviceHours: near(twin.deviceHours),
          hours: near(twin.hours),
          illustrativeHours: near(twin.illustrativeHours),
        });
      }
    });

    test("every published figure's interval holds the exact one", () => {
      const wrong = [];
      const checked = new Map<string, number>();
      for (const figure of published[position] as Figure[]) {
        if (figure.low === null || figure.high === null || figure.measure === ON_PUBLISHED_SIZES) continue;
        const exact = exactFigure(figure, truths.slice(0, position + 1));
        const modelled = modelledBounds(figure, truth);
        const asModelled =
          modelled === null ||
          (figure.value === Math.round(exact ?? Number.NaN) &&
            figure.low === Math.floor(modelled[0]) &&
            figure.high === Math.ceil(modelled[1]));
        const holds =
          asModelled &&
          exact !== null &&
          figure.low <= exact + 1e-9 &&
          exact - 1e-9 <= figure.high &&
          (figure.value === null || (figure.low <= figure.value && figure.value <= figure.high));
        if (!holds)
          wrong.push(
            `${figure.cellId}: ${exact} is not in ${figure.low} to ${figure.high}, shown as ${figure.value}`,
          );
        checked.set(figure.measure, (checked.get(figure.measure) ?? 0) + 1);
      }
      expect(wrong.slice(0, 10)).toEqual([]);
      expect([...checked.keys()].sort()).toEqual(
        EVERY_MEASURE.filter((id) => position > 0 || !OF_TWO_CENSUSES.includes(id)),
      );
      for (const measure of OF_PLACES) expect(checked.get(measure), measure).toBeGreaterThanOrEqual(8);
      for (const measure of OF_FEWER) expect(checked.get(measure), measure).toBeGreaterThanOrEqual(4);
      // What services say of themselves is for nations and regions alone.
      expect(Math.min(...checked.values())).toBeGreaterThanOrEqual(2);
    });

    test("every place has every measure of first light, shown or with its reason", () => {
      const there = new Set(
        (published[position] as Figure[]).map(({ place, measure }) => `${place} ${measure}`),
      );
      const missing = [...truth.under.keys()].flatMap((place) =>
        (place.startsWith("ZS") ? OF_ORGANISATIONS : OF_PLACES)
          .filter((measure) => !there.has(`${place} ${measure}`))
          .map((measure) => `${place} ${measure}`),
      );
      expect(missing).toEqual([]);
    });

    test("an organisation's own data are its files, to the last digit", async () => {
      for (const organisation of truth.files.keys()) {
        const figures = summed(truth.sent.get(organisation)?.values() ?? []);
        const { approved } = value(await ownData(at.site, OPERATOR, { organisation, census: truth.census }));
        expect({ organisation, ...approved }).toMatchObject({ organisation, ...ownFiguresOf(figures) });
      }
    });
  },
);

test("the workforce covered is the published sizes of those who answered, over those of all", () => {
  for (const [position, truth] of truths.entries()) {
    const sizes = new Map<string, number>();
    for (const figures of published.slice(0, position + 1))
      for (const { level, measure, dimension, place, value: size, symbol } of figures)
        if (level === "organisation" && measure === "headcount" && dimension === "all")
          if (size !== null || symbol === "<5") sizes.set(place, size ?? MIDDLE_OF_UNDER_FIVE);
    const employs = (code: string) => ["returned", "not_returned"].includes(truth.answers.get(code) ?? "");
    const meanOf = (codes: readonly string[]) => {
      const known = codes.filter(employs).flatMap((code) => sizes.get(code) ?? []);
      return known.reduce((sum, size) => sum + size, 0) / known.length;
    };
    let checked = 0;
    for (const figure of published[position] as Figure[]) {
      if (figure.measure !== ON_PUBLISHED_SIZES) continue;
      const asked = truth.under.get(figure.place) ?? [];
      const usual = meanOf(asked) || meanOf([...truth.answers.keys()]);
      const total = (codes: readonly string[]) =>
        codes.filter(employs).reduce((sum, code) => sum + (sizes.get(code) ?? usual), 0);
      const answered = asked.filter((code) => truth.answers.get(code) !== "not_returned");
      const percent = Math.round((100 * total(answered)) / total(asked));
      expect({ place: figure.place, value: figure.value }).toEqual({ place: figure.place, value: percent });
      checked += 1;
    }
    expect(checked).toBe(truth.under.size - truth.answers.size);
  }
});

test("nobody is told to have stayed where there is no census before", () => {
  expect(published[0]?.find(({ measure }) => measure === "stability")?.symbol).toBe(":");
});

/** What the method counts "<5" as where sizes are added up. */
const MIDDLE_OF_UNDER_FIVE = 2;
const OF_PLACES = [
  ...["headcount", "in-post", "establishment", "vacancy", "temporary-cover", "advertised", "frozen"],
  ...["vacancy-rate", "share-55-and-over"],
  ...["devices", "ppm-due", "ppm-due-done", "ppm-on-time-jobs", "planned-maintenance-on-time", "responded"],
];
/** Withheld besides where one or two organisations alone do not say what they need. */
const OF_FEWER = ["vacancy-rate-unfilled", "vacancy-rate-advertised"];
const OF_ORGANISATIONS = ["headcount", "in-post", "share-55-and-over", "vacancy-band", "responded"];
/** Rests on two censuses, so that the oldest has none of it. */
const OF_TWO_CENSUSES = ["people-before", "people-stayed", "stability"];
/** Every measure there is has its second way here: a new one without fails. */
const EVERY_MEASURE = MEASURES.map(({ id }) => id)
  .filter((id) => id !== ON_PUBLISHED_SIZES)
  .sort();
