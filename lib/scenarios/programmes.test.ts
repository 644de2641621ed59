import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROGRAMME_IDS } from "@/lib/supply/programmes";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { type PlaceToProject, wholeNation } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";

/** A hundred technologists to band 6, and as many vacant posts, so that people are always too few. */
const NATION = wholeNation(populationOf({ group: 3, ages: { 30: 60, 45: 40 }, vacant: 100 }));

const set = (id: string, value: number, of: object = {}) => ({
  id,
  distribution: { kind: "fixed", value },
  source: "The test",
  reason: "The test",
  class: "assumption",
  ...of,
});
const lever = (id: string, value: number, of: object) => ({ id, value, reason: "The test", ...of });
const level6 = { programme: "level_6" };
const POOL = set("external-pool", 2, { role: "technologist_to_6" });

function projected(document: object, places: readonly PlaceToProject[] = [NATION]) {
  const read = checkScenario({
    format: "muster-scenario/1",
    title: "Programmes",
    horizon: 8,
    runs: 0,
    ...document,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return project({ scenario: read.value, census: "2026-03-31", places });
}
const yearsOf = (found: ReturnType<typeof projected>, group = "technologist_to_6") =>
  found.places[0]?.groups.find((one) => one.group === group)?.years ?? [];

describe("graduates of training programmes", () => {
  test("come as many years after their start as the programme takes, less who withdrew, times who take up a post", () => {
    const found = projected({
      assumptions: [POOL, set("programme-starts", 10, level6), set("programme-withdrawal", 0.2, level6)],
      levers: [
        lever("programme-starts", 30, { ...level6, from: 2028 }),
        lever("programme-conversion", 0.5, { ...level6, from: 2033 }),
      ],
    });
    // Three years: those who start in 2028 complete in 2031. 85 in 100 take up a post by default, 50 from 2033 on.
    const [steady, more, fewer] = [2 + 10 * 0.8 * 0.85, 2 + 30 * 0.8 * 0.85, 2 + 30 * 0.8 * 0.5];
    const expected = [steady, steady, steady, steady, more, more, fewer, fewer];
    const external = yearsOf(found).map(({ flows }) => flows?.external);
    expect(external[0]).toBeUndefined();
    for (const [at, count] of expected.entries()) expect(external[at + 1]).toBeCloseTo(count, 9);
    expect(found.warnings).toEqual([]);
  });

  test("are in the histories too", () => {
    const found = projected({
      runs: 400,
      assumptions: [POOL, set("programme-starts", 10, level6), set("programme-withdrawal", 0, level6)],
    });
    for (const { year, joined } of yearsOf(found).slice(1)) {
      expect(joined?.p5, `year ${year}`).toBeLessThan(10.5);
      expect(joined?.p95, `year ${year}`).toBeGreaterThan(10.5);
      expect(Math.abs((joined?.p50 ?? 0) - 10.5), `year ${year}`).toBeLessThan(1.6);
    }
  });

  test("change nothing where no limit of supply is set, which is said", () => {
    const without = projected({});
    const found = projected({ assumptions: [set("programme-starts", 50, level6)] });
    expect(yearsOf(found)).toEqual(yearsOf(without));
    expect(found.warnings).toEqual([expect.stringContaining("technologist_to_6")]);
  });

  test("rest on defaults that are said to be illustrative, of the programmes that are named and no others", () => {
    const { assumptions } = projected({ assumptions: [POOL, set("programme-starts", 5, level6)] });
    const named = assumptions.filter(({ programme, from }) => programme !== undefined && from === "default");
    expect(named.map(({ id, class: evidence }) => [id, evidence])).toEqual([
      ["programme-withdrawal", "illustrative"],
      ["programme-conversion", "illustrative"],
    ]);
    expect(projected({}).assumptions.filter(({ programme }) => programme !== undefined)).toEqual([]);
  });

  test("more starts or conversion never mean fewer staff, more withdrawal never more", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const one = fc.record({ starts: fc.integer({ min: 0, max: 60 }), withdrawal: share, conversion: share });
    fc.assert(
      fc.property(one, one, fc.constantFrom(...PROGRAMME_IDS), (a, b, programme) => {
        const low = {
          starts: Math.min(a.starts, b.starts),
          conversion: Math.min(a.conversion, b.conversion),
        };
        const high = {
          starts: Math.max(a.starts, b.starts),
          conversion: Math.max(a.conversion, b.conversion),
        };
        const staff = ({ starts, conversion }: typeof low, withdrawal: number) =>
          projected({
            assumptions: [
              set("external-pool", 1),
              set("programme-starts", starts, { programme }),
              set("programme-conversion", conversion, { programme }),
              set("programme-withdrawal", withdrawal, { programme }),
            ],
          }).places[0]?.groups[0]?.years.map(({ filledPosts }) => filledPosts.expected) ?? [];
        const fewer = staff(low, Math.max(a.withdrawal, b.withdrawal));
        const more = staff(high, Math.min(a.withdrawal, b.withdrawal));
        for (const [at, count] of fewer.entries()) expect(more[at]).toBeGreaterThanOrEqual(count - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

test.each<[string, object, string, RegExp]>([
  [
    "starts of no programme",
    { assumptions: [set("programme-starts", 5)] },
    "assumptions[0].programme",
    /level_6/,
  ],
  [
    "a programme of something else",
    { levers: [lever("retention", 1, { ...level6, from: 2027 })] },
    "levers[0].programme",
    /no programme/,
  ],
  [
    "starts at one place",
    { levers: [lever("programme-starts", 1, { ...level6, from: 2027, place: "RX1" })] },
    "levers[0].place",
    /no place/,
  ],
  [
    "more withdrawing than start",
    { levers: [lever("programme-withdrawal", 1.2, { ...level6, from: 2027 })] },
    "levers[0].value",
    /0 to 1/,
  ],
])("%s is refused", (_what, document, path, expected) => {
  const read = checkScenario({ format: "muster-scenario/1", title: "Refused", horizon: 5, ...document });
  expect(read.ok ? [] : read.problem).toContainEqual(
    expect.objectContaining({ path, expected: expect.stringMatching(expected) }),
  );
});
