import { describe, expect, test } from "vitest";
import { populationOf } from "@/lib/supply/scenario.fixture";
import { sumPopulations } from "@/lib/supply/sum-populations";
import { type PlaceToProject, wholeNation } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";

const ENGLAND = "E92000001";
const SCOTLAND = "S92000003";

/** Technologists to band 6, and far more vacant posts than people. */
const population = (posts: number) => populationOf({ group: 3, ages: { 30: posts, 45: posts }, vacant: 200 });
const organisation = (code: string, nation: string | null, posts: number): PlaceToProject => ({
  ...wholeNation(population(posts), code),
  view: "organisation",
  within: nation === null ? [] : [nation],
});
const OWN = [
  organisation("E1", ENGLAND, 30),
  organisation("E2", ENGLAND, 10),
  organisation("S1", SCOTLAND, 20),
];
const ALL = wholeNation(sumPopulations(OWN.map((one) => one.population)));

const set = (id: string, value: number, of: object = {}) => ({
  id,
  distribution: { kind: "fixed", value },
  source: "The test",
  reason: "The test",
  class: "assumption",
  ...of,
});
const pool = (value: number, of: object = {}) =>
  set("external-pool", value, { role: "technologist_to_6", ...of });
const read = (document: object) =>
  checkScenario({ format: "muster-scenario/1", title: "Nations", horizon: 5, runs: 0, ...document });

function projected(document: object, places: readonly PlaceToProject[] = [...OWN, ALL]) {
  const scenario = read(document);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problem));
  const found = project({ scenario: scenario.value, census: "2026-03-31", places });
  const of = (code: string) =>
    found.places
      .find(({ place }) => place === code)
      ?.groups.find(({ group }) => group === "technologist_to_6")?.years ?? [];
  return { ...found, of };
}
const external = (years: ReturnType<ReturnType<typeof projected>["of"]>, year = 1): number =>
  years[year]?.flows?.external ?? Number.NaN;

describe("pools that are told apart by nation", () => {
  const assumptions = [pool(8, { place: ENGLAND }), pool(2, { place: SCOTLAND }), set("move", 0)];

  test("fill posts of their own nation alone, in proportion to what is wanted there", () => {
    const { of } = projected({ assumptions });
    expect(external(of("E1")) + external(of("E2"))).toBeCloseTo(8, 9);
    expect(external(of("S1"))).toBeCloseTo(2, 9);
    expect(of("E1")[1]?.fillScale).toBe(of("E2")[1]?.fillScale);
    expect(of("S1")[1]?.fillScale).toBeLessThan(of("E1")[1]?.fillScale ?? 0);
  });

  test("come together to what the nations are together", () => {
    const { of } = projected({ assumptions });
    for (let year = 0; year <= 5; year += 1) {
      const parts = OWN.map(({ code }) => of(code)[year]);
      for (const measure of ["filledPosts", "vacantPosts", "inPostWte"] as const)
        expect(of("ALL")[year]?.[measure].expected).toBeCloseTo(
          parts.reduce((sum, one) => sum + (one?.[measure].expected ?? 0), 0),
          9,
        );
    }
    expect(external(of("ALL"))).toBeCloseTo(10, 9);
  });

  test("are the limit in histories too, of each nation and of all together", () => {
    const { of } = projected({
      runs: 400,
      assumptions: [
        ...assumptions,
        ...["leave-by-age", "retire-by-age", "return-share", "returned-exit"].map((id) => set(id, 0)),
        ...["leaving-multiplier", "retirement-multiplier"].map((id) => set(id, 1)),
        set("fill-hazard", 1.57),
      ],
    });
    for (const code of ["E1", "S1", "ALL"]) {
      const { joined } = of(code)[3] ?? {};
      expect(Math.abs((joined?.p50 ?? 0) - (joined?.expected ?? 0)), code).toBeLessThan(1);
    }
  });

  test("grow by the graduates of their own nation", () => {
    const starts = set("programme-starts", 50, { programme: "level_6", place: ENGLAND });
    const { of } = projected({ assumptions: [...assumptions, starts] });
    const graduates = 50 * 0.8 * 0.85;
    expect(external(of("E1")) + external(of("E2"))).toBeCloseTo(8 + graduates, 9);
    expect(external(of("S1"))).toBeCloseTo(2, 9);
  });

  test("say where supply is the limit, and which places are in no nation", () => {
    const abroad = organisation("X1", null, 5);
    const { places, warnings } = projected({ assumptions }, [...OWN, abroad]);
    expect(places[0]?.notes.join(" ")).toContain("Supply, not the time that filling takes, is the limit");
    expect(places[3]?.notes.join(" ")).not.toContain("Supply");
    expect(warnings).toEqual([expect.stringContaining("X1 is in none of them")]);
  });
});

test.each([
  ["a nation that there is not", [pool(1, { place: "RJ1" })], "assumptions[0].place"],
  [
    "some of the pools alone",
    [pool(1, { place: ENGLAND }), pool(2, { role: "associate" })],
    "assumptions[1].place",
  ],
  ["the same nation twice", [pool(1, { place: ENGLAND }), pool(2, { place: ENGLAND })], "assumptions[1]"],
  ["a place of what has none", [set("move", 0.1, { place: ENGLAND })], "assumptions[0].place"],
])("a scenario that names %s is refused", (_description, assumptions, path) => {
  const found = read({ assumptions });
  expect(!found.ok && found.problem.map((fault) => fault.path)).toEqual([path]);
});
