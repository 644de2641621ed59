import fc from "fast-check";
import { expect, test } from "vitest";
import { GROUPS } from "@/lib/supply/groups";
import { emptyPopulation } from "@/lib/supply/population";
import { populationFromPosts } from "@/lib/supply/population-from-posts";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { isOfProgramme, LEVER_IDS, LEVERS } from "./known";
import { type PlaceToProject, wholeNation } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";

const line = (of: object) => ({
  line_type: "person",
  role: "clinical_technologist",
  specialism: "equipment_management",
  afc_band: "5",
  age_band: "unknown",
  headcount: 1,
  in_post_wte: 0.8,
  establishment_wte: null,
  vacancy_state: null,
  ...of,
});
/** Places of which little is known: no ages, no establishment, nobody in post, no post at all, one person in her last year. */
const PLACES: PlaceToProject[] = [
  populationFromPosts([line({}), line({})]).population,
  populationFromPosts([line({ age_band: "30_34" })]).population,
  populationOf({ group: 4, ages: {}, vacant: 3 }),
  emptyPopulation(),
  populationOf({ group: 6, ages: { 75: 1, 20: 2 }, returnedAges: { 75: 1 }, vacant: 0.4 }),
].map((population, at) => ({
  ...wholeNation(population, `P${at}`),
  view: at % 2 === 0 ? "organisation" : "nation",
}));

const within = (low: number, high: number) =>
  fc.oneof(fc.constant(low), fc.constant(high), fc.double({ min: low, max: high, noNaN: true }));
const fixed = (id: string, high: number, of: object = {}) =>
  within(0, high).map((value) => ({
    id,
    distribution: { kind: "fixed", value },
    source: "The test",
    reason: "The test",
    class: "assumption",
    ...of,
  }));
const role = fc.constantFrom(...GROUPS.map(({ id }) => id));
const lever = fc.constantFrom(...LEVER_IDS.filter((id) => !isOfProgramme(id))).chain((id) =>
  fc.record({
    id: fc.constant(id),
    from: fc.integer({ min: 2024, max: 2034 }),
    value: within(LEVERS[id].low, LEVERS[id].high),
    reason: fc.constant("The test"),
    ...(LEVERS[id].byRole ? { role } : {}),
  }),
);
const document = fc.record({
  format: fc.constant("muster-scenario/1"),
  title: fc.constant("Any"),
  horizon: fc.integer({ min: 1, max: 8 }),
  runs: fc.constantFrom(0, 7),
  assumptions: fc.tuple(
    fixed("leave-by-age", 1),
    fixed("retire-by-age", 1),
    fixed("promote", 1),
    fixed("move", 1),
    fixed("fill-hazard", 100),
    fixed("leaving-multiplier", 20),
    fixed("organisation-filling", 20),
    fixed("return-share", 1),
    fixed("returned-exit", 1),
    fixed("training-completion", 1),
    fixed("programme-starts", 1e5, { programme: "stp" }),
    fixed("programme-withdrawal", 1, { programme: "stp" }),
  ),
  levers: fc.array(lever, { maxLength: 4 }),
});

/** Numbers of an answer, each with its path. */
function* numbersOf(value: unknown, path = ""): Generator<[string, number]> {
  if (typeof value === "number") yield [path, value];
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) yield* numbersOf(inner, `${path}.${key}`);
}

/** A gap may lie below nought; rounding may leave a trace. */
const mayBeBelow = (path: string): boolean => /gap/i.test(path);

test("no scenario that is taken gives a number that is none, or staff below nought", () => {
  let taken = 0;
  fc.assert(
    fc.property(document, (asked) => {
      const read = checkScenario(asked);
      if (!read.ok) {
        for (const { path, expected, found } of read.problem)
          expect(path !== "" && expected !== "" && found !== "").toBe(true);
        return;
      }
      taken += 1;
      const { places } = project({ scenario: read.value, census: "2026-03-31", places: PLACES });
      for (const [path, value] of numbersOf(places)) {
        expect(Number.isFinite(value), path).toBe(true);
        if (!mayBeBelow(path)) expect(value, path).toBeGreaterThanOrEqual(-1e-9);
      }
    }),
    { numRuns: 100 },
  );
  expect(taken).toBeGreaterThan(30);
});
