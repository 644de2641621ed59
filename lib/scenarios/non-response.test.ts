import { describe, expect, test } from "vitest";
import type { Figure } from "@/lib/disclosure/figure";
import type { PublishedPlace } from "@/lib/published/release";
import { figureOf } from "@/lib/published/scene.fixture";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { lookAhead } from "./look-ahead";
import { imputedIn, weightsOf } from "./non-response";
import { wholeNation } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";

/** Two boards of ten organisations each; of the first one has not answered, and of the second seven have not. */
const codes = (board: string) => Array.from({ length: 10 }, (_, at) => `${board}-${at}`);
const organisation = (code: string, board: string, answered: boolean): PublishedPlace => ({
  code,
  level: "organisation",
  name: code,
  parent: board,
  kind: null,
  synthetic: true,
  response: answered ? "returned" : "not_returned",
});
const board = (code: string): PublishedPlace => ({
  ...organisation(code, "UK", true),
  level: "board",
  response: null,
});
const places: PublishedPlace[] = [
  { ...board("UK"), level: "united_kingdom", parent: null },
  board("QA1"),
  board("QB1"),
  ...codes("QA1").map((code, at) => organisation(code, "QA1", at > 0)),
  ...codes("QB1").map((code, at) => organisation(code, "QB1", at > 6)),
];
const headcount = (place: string, value: number): Figure =>
  figureOf({ place, level: "organisation", measure: "headcount", value, audience: "members" });
const coverage = (place: string, value: number): Figure =>
  figureOf({ place, level: "board", measure: "workforce-coverage", value });
/** Half of those that answered are of 10 people and half of 30: about 20, give or take 10. */
const sizeOf = (at: number) => (at % 2 === 0 ? 10 : 30);
const answered = places.filter(({ response }) => response === "returned").map(({ code }) => code);
const now = [
  ...answered.map((code, at) => headcount(code, sizeOf(at))),
  coverage("QA1", 90),
  coverage("QB1", 30),
  coverage("UK", 60),
];
/** A year before everybody answered, and each had two people more or fewer. */
const before = [...answered, "QA1-0"].map((code, at) => headcount(code, sizeOf(at) + (at % 4 < 2 ? 2 : -2)));

describe("who has not answered", () => {
  test("is imputed by what the published coverage leaves, as surely as like ones are alike", () => {
    expect(imputedIn(places, now, []).get("QA1")).toEqual({
      organisations: 1,
      share: expect.closeTo(0.1, 12),
      // Of 12 organisations the sizes are 20 ± 10.
      deviation: 0.5,
    });
  });

  test("is surer where it answered a census before: as sure as sizes are the same again", () => {
    // A tenth, and a little for the whole per cent of the coverage.
    expect(imputedIn(places, now, [before]).get("QA1")?.deviation).toBe(0.11);
  });

  test("several are surer together than each alone", () => {
    const uk = imputedIn(places, now, []).get("UK");
    expect(uk).toMatchObject({ organisations: 8, share: expect.closeTo(0.4, 12) });
    expect(uk?.deviation).toBeCloseTo(0.5 / Math.sqrt(8), 2);
  });

  test.each<[string, readonly Figure[], string]>([
    ["where less than half of the workforce is covered", now, "QB1"],
    ["where all of it is", [...now.filter(({ place }) => place !== "QA1"), coverage("QA1", 100)], "QA1"],
    ["where too few answered to tell how unlike organisations are", now.slice(5), "QA1"],
  ])("is not imputed %s", (_, figures, place) => {
    expect(imputedIn(places, figures, []).has(place)).toBe(false);
  });

  test("has as many staff as its share says on average, as unsure as it says", () => {
    const runs = 20_000;
    const weights = weightsOf({ organisations: 1, share: 0.2, deviation: 0.5 }, "QA1", { runs, seed: 1 });
    const missing = weights.map((weight) => weight - 1);
    const mean = missing.reduce((sum, one) => sum + one, 0) / runs;
    const deviation = Math.sqrt(missing.reduce((sum, one) => sum + (one - mean) ** 2, 0) / runs);
    expect(mean).toBeCloseTo(0.25, 2);
    expect(deviation / mean).toBeCloseTo(0.5, 1);
    expect(Math.min(...missing)).toBeGreaterThanOrEqual(0);
  });
});

describe("figures of all that were asked", () => {
  const population = populationOf({ ages: { 30: 40, 45: 30, 57: 10 }, vacant: 5 });
  const imputed = { organisations: 2, share: 0.2, deviation: 0.5 };
  const fit = { population, residuals: [] };

  test("stand beside those of who answered, and are as much less sure", () => {
    const [with_, without] = [lookAhead(fit, "QA1", [], imputed), lookAhead(fit, "QA1")];
    expect(with_.years).toEqual(without.years);
    expect(without.imputed).toBeNull();
    for (const [year, one] of (with_.imputed?.years ?? []).entries()) {
      const own = with_.years[year];
      expect(one.inPostWte).toBeCloseTo((own?.inPostWte ?? 0) / 0.8, 9);
      expect(one.high - one.low).toBeGreaterThan(1.5 * ((own?.high ?? 0) - (own?.low ?? 0)));
    }
  });

  test("have a doubt of their own, apart and together", () => {
    const scenario = checkScenario({ format: "muster-scenario/1", title: "T", horizon: 3, runs: 400 });
    if (!scenario.ok) throw new Error("The scenario is wrong");
    const asked = (place: object) => ({
      scenario: scenario.value,
      census: "2026-03-31",
      places: [{ ...wholeNation(population, "QA1", { ages: [] }), ...place }],
    });
    const [with_, without] = [{ imputed }, {}].map((one) => project(asked(one)).places[0]);
    const [doubt, plain] = [with_?.doubt, without?.doubt];
    expect(plain).toMatchObject({ nonResponse: 0, all: plain?.total });
    expect({ ...doubt, nonResponse: 0, all: 0 }).toEqual({ ...plain, all: 0 });
    // A quarter of about eighty on top, give or take half of it.
    expect(doubt?.nonResponse).toBeGreaterThan(8);
    expect(doubt?.nonResponse).toBeLessThan(12);
    expect(doubt?.all).toBeGreaterThan(Math.hypot(doubt?.nonResponse ?? 0, doubt?.total ?? 0));
    expect((doubt?.total ?? 0) ** 2).toBeCloseTo(
      (doubt?.chance ?? 0) ** 2 + (doubt?.parameters ?? 0) ** 2 + (doubt?.rounding ?? 0) ** 2,
      6,
    );
    expect(without?.imputed).toBeNull();
    expect(with_?.imputed).toMatchObject(imputed);
    expect(with_?.imputed?.inPostWte[3]?.expected).toBeCloseTo(
      (with_?.groups[0]?.years[3]?.inPostWte.expected ?? 0) / 0.8,
      9,
    );
  });
});
