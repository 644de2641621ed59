import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allFiguresOf } from "@/db/queries/published/figures";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { MEASURES } from "@/lib/measures/catalogue";
import { seriesOf } from "@/lib/published/release";
import { ownData } from "@/lib/services/returns/own-data";
import { csvLines } from "../support/csv-lines";
import { dropTruthRole, exactAggregate, makeTruthRole } from "../support/exact-aggregate";
import { exactFigure, isHeldElsewhere } from "../support/exact-figure";
import { addTo, type ExactFigures, summed } from "../support/exact-figures";
import { ownFiguresOf } from "../support/own-figures-of";
import { sampleTruths } from "../support/sample-truth";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const truths = sampleTruths();
const ROLE = `muster_truth_${process.pid}`;

let at: ServiceSite;
const aggregates: Map<string, ExactFigures>[] = [];
/** What is published of each census. */
const published: Figure[][] = [];

beforeAll(async () => {
  at = await serviceSite("sample");
  const owner = new Client({ connectionString: at.database.ownerUrl });
  await owner.connect();
  await makeTruthRole(owner, ROLE);
  for (const { census } of truths) aggregates.push(await exactAggregate(owner, ROLE, census));
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

    test("every published figure's interval holds the exact one", () => {
      const wrong = [];
      const checked = new Map<string, number>();
      for (const figure of published[position] as Figure[]) {
        if (figure.low === null || figure.high === null || isHeldElsewhere(figure)) continue;
        const exact = exactFigure(figure, truths.slice(0, position + 1));
        const holds =
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
      expect([...checked.keys()].sort()).toEqual(HELD_HERE);
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

test("who stayed is told by the keys of both censuses' files", () => {
  const keysOf = (position: number) =>
    new Map(
      [...(truths[position]?.files ?? [])].map(([organisation, files]) => {
        const people = files
          .filter(({ part }) => part === "workforce")
          .flatMap(({ text }) => csvLines(text))
          .filter((row) => ["person", "group"].includes(row.line_type ?? ""));
        return [organisation, people.map((row) => row.person_key ?? "")] as const;
      }),
    );
  const [before, now] = [keysOf(0), keysOf(1)];
  const asked = [...now.keys()].filter((code) =>
    [before, now].every((keys) => keys.get(code)?.length && keys.get(code)?.every((key) => key !== "")),
  );
  const there = asked.flatMap((code) => [...new Set(before.get(code))].map((key) => ({ code, key })));
  const stayed = there.filter(({ code, key }) => now.get(code)?.includes(key));
  const figure = (measure: string) =>
    published[1]?.find((one) => one.place === "K02000001" && one.measure === measure) as Figure;
  expect(figure("organisations-with-keys").value).toBe(asked.length);
  for (const [measure, exact] of [
    ["people-before", there.length],
    ["people-stayed", stayed.length],
    ["stability", (100 * stayed.length) / there.length],
  ] as const) {
    expect(figure(measure).low, measure).toBeLessThanOrEqual(exact);
    expect(figure(measure).high, measure).toBeGreaterThanOrEqual(exact);
  }
  expect(published[0]?.find(({ measure }) => measure === "stability")?.symbol).toBe(":");
});

const OF_PLACES = [
  ...["headcount", "in-post", "establishment", "vacancy", "temporary-cover", "advertised", "frozen"],
  ...["vacancy-rate", "share-55-and-over"],
  ...["devices", "ppm-due", "ppm-due-done", "ppm-on-time-jobs", "planned-maintenance-on-time", "responded"],
];
/** Withheld besides where one or two organisations alone do not say what they need. */
const OF_FEWER = ["vacancy-rate-unfilled", "vacancy-rate-advertised"];
const OF_ORGANISATIONS = ["headcount", "in-post", "share-55-and-over", "vacancy-band", "responded"];
/** Every measure there is, but those that other tests hold. */
const HELD_HERE = MEASURES.filter((measure) => !isHeldElsewhere({ measure: measure.id }))
  .map(({ id }) => id)
  .sort();
