import { afterAll, beforeAll, expect, test } from "vitest";
import { allFiguresOf } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { ratesOf } from "@/db/queries/published/rates";
import { scoresOf } from "@/db/queries/published/scores";
import { approvedOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { releaseRates } from "@/lib/services/releases/release-rates";
import { type ServiceSite, serviceSite } from "../support/service-site";

let at: ServiceSite;
/** The sample's census before and its newest, by the releases that speak for them. */
const [BEFORE, NEWEST] = [2, 3];
const CENSUSES = ["2025-03-31", "2026-03-31"] as const;

beforeAll(async () => {
  at = await serviceSite("sample");
});
afterAll(() => at?.close());

const asPublic = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(at.site.pool, { role: "muster_public" }, work);

test("what is scored is what two releases publish, of places in which the same organisations answered", async () => {
  const seen = await asPublic(async (reader) => {
    const of = async (release: number) => {
      const figures = (await allFiguresOf(reader, release)).filter(
        ({ dimension, basis, audience }) =>
          dimension === "all" && basis === "returned" && audience === "public",
      );
      return { figures, places: await placesOfRelease(reader, release) };
    };
    return { before: await of(BEFORE), now: await of(NEWEST) };
  });
  const under = (places: typeof seen.now.places, code: string): string[] =>
    places
      .filter(({ parent }) => parent === code)
      .flatMap((place) =>
        place.level === "organisation"
          ? place.response === "returned"
            ? [place.code]
            : []
          : under(places, place.code),
      );
  const number = (figures: readonly Figure[], place: string) =>
    figures.find((one) => one.place === place && one.measure === "in-post")?.value ?? null;
  const pairs = seen.now.places.flatMap(({ code, level }) => {
    if (level === "organisation") return [];
    const [then, here] = [seen.before, seen.now].map(({ places }) => under(places, code).sort().join());
    const [was, is] = [number(seen.before.figures, code), number(seen.now.figures, code)];
    return then !== "" && then === here && was !== null && is !== null ? [was - is] : [];
  });
  expect(pairs.length).toBeGreaterThan(1);
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const scores = await asPublic((reader) => scoresOf(reader, [NEWEST]));
  expect(scores.find(({ measure }) => measure === "in-post")).toMatchObject({
    fromRelease: BEFORE,
    fromCensus: CENSUSES[0],
    yearsAhead: 1,
    figures: pairs.length,
    sameBias: expect.closeTo(mean(pairs), 9),
    sameCrps: expect.closeTo(mean(pairs.map(Math.abs)), 9),
  });
});

test("a first census has nothing to score, and neither has one without another before it", async () => {
  expect(await asPublic((reader) => scoresOf(reader, [1, BEFORE]))).toEqual([]);
});

test("a part of a nation tells too little for a rate that could be published", async () => {
  expect(await asPublic((reader) => ratesOf(reader, NEWEST))).toEqual([]);
});

test("rates are of a year between two censuses: one census alone gives none", async () => {
  const given = await inTransaction(at.site.pool, { role: "muster_build" }, async (reader) => {
    const answers = [];
    for (const census of CENSUSES) answers.push({ census, approved: await approvedOf(reader, census) });
    return { one: await releaseRates(reader, answers.slice(1)), both: await releaseRates(reader, answers) };
  });
  expect(given.one).toEqual([]);
  expect(given.both).toEqual(await asPublic((reader) => ratesOf(reader, NEWEST)));
});
