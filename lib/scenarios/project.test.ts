import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGE_COUNT, YOUNGEST } from "@/lib/supply/ages";
import { GROUP_COUNT } from "@/lib/supply/groups";
import { inPostWte } from "@/lib/supply/population";
import { populationFromPosts, type WorkforceLine } from "@/lib/supply/population-from-posts";
import { sumPopulations } from "@/lib/supply/sum-populations";
import type { PlaceToProject } from "./prepare-projection";
import { project } from "./project";
import { checkScenario } from "./read-scenario";
import type { Scenario } from "./scenario";

const line = (of: Partial<WorkforceLine>): WorkforceLine => ({
  line_type: "person",
  role: "clinical_technologist",
  specialism: "equipment_management",
  afc_band: "6",
  age_band: "30_34",
  headcount: 1,
  in_post_wte: 1,
  establishment_wte: 1,
  vacancy_state: null,
  ...of,
});
const vacancy = (of: Partial<WorkforceLine> = {}) =>
  line({ line_type: "vacancy", age_band: null, in_post_wte: null, vacancy_state: "advertised", ...of });
const many = (count: number, of: Partial<WorkforceLine>) => Array.from({ length: count }, () => line(of));

function placeOf(code: string, lines: readonly WorkforceLine[]): PlaceToProject {
  const { population, pensionMix, notes } = populationFromPosts(lines);
  return {
    code,
    name: null,
    view: "organisation",
    within: ["Y99", "E92000001"],
    population,
    pensionMix,
    notes,
    standardHours: () => 37.5,
    requirement: null,
  };
}
const allOf = (places: readonly PlaceToProject[]): PlaceToProject => ({
  ...(places[0] as PlaceToProject),
  code: "ALL",
  view: "nation",
  within: [],
  population: sumPopulations(places.map(({ population }) => population)),
  pensionMix: undefined,
});

function scenarioOf(document: object): Scenario {
  const read = checkScenario({
    format: "muster-scenario/1",
    title: "A test",
    horizon: 8,
    runs: 0,
    ...document,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
const set = (id: string, value: number, role?: string) => ({
  id,
  role,
  distribution: { kind: "fixed", value },
  source: "The test",
  reason: "The test",
  class: "assumption",
});
const CENSUS = "2026-03-31";
const LINES = [
  ...many(6, { age_band: "25_29" }),
  ...many(5, { age_band: "45_49", in_post_wte: 0.8 }),
  ...many(4, { age_band: "60_64" }),
  vacancy(),
  vacancy(),
  vacancy({ vacancy_state: "frozen" }),
];

describe("a scenario whose every rate is set", () => {
  // Leaving .1 up to 39 and .05 above, retiring .2 from 60, nobody comes back, φ = 1.2, 2 % more posts a year, entrants
  // of 22 to 25: worked out below by age, post and year in plain arithmetic, from the words of the method alone.
  const document = {
    assumptions: [
      {
        ...set("leave-by-age", 0),
        distribution: {
          kind: "by-age",
          steps: [
            [16, 0.1],
            [40, 0.05],
          ],
        },
      },
      {
        ...set("retire-by-age", 0),
        distribution: {
          kind: "by-age",
          steps: [
            [16, 0],
            [60, 0.2],
          ],
        },
      },
      {
        ...set("entry-age", 0),
        distribution: {
          kind: "ages",
          weights: [
            [22, 1],
            [23, 1],
            [24, 1],
            [25, 1],
          ],
        },
      },
      set("move", 0),
      set("promote", 0),
      set("return-share", 0),
      set("returned-exit", 0.3),
      set("fill-hazard", 1.2),
      set("leaving-multiplier", 1),
      set("retirement-multiplier", 1),
      set("establishment-growth", 0.02),
    ],
  };

  test("gives what an independent computation gives", () => {
    const [place] = project({
      scenario: scenarioOf(document),
      census: CENSUS,
      places: [placeOf("A", LINES)],
    }).places;
    const all = place?.groups[0]?.years ?? [];

    let staff = new Map<number, number>();
    const spread = (from: number, heads: number) => {
      for (let age = from; age < from + 5; age += 1) staff.set(age, heads / 5);
    };
    spread(25, 6);
    spread(45, 5);
    spread(60, 4);
    let vacant = 3;
    const frozen = 1 / 3;
    const total = (of: Map<number, number>) => [...of.values()].reduce((sum, count) => sum + count, 0);
    for (let year = 1; year <= 8; year += 1) {
      const posts = vacant + total(staff);
      const open = vacant + 0.02 * posts;
      const next = new Map<number, number>();
      let emptied = 0;
      for (const [age, count] of staff) {
        const stays = (1 - (age < 40 ? 0.1 : 0.05)) * (age >= 60 ? 0.8 : 1);
        const older = Math.min(75, age + 1);
        next.set(older, (next.get(older) ?? 0) + count * stays);
        emptied += count * (1 - stays);
      }
      const filled = (1 - Math.exp(-1.2)) * (1 - frozen) * open + (1 - (1 - Math.exp(-1.2)) / 1.2) * emptied;
      for (const age of [22, 23, 24, 25]) next.set(age, (next.get(age) ?? 0) + filled / 4);
      vacant = open + emptied - filled;
      staff = next;
      expect(all[year]?.filledPosts.expected).toBeCloseTo(total(staff), 10);
      expect(all[year]?.vacantPosts.expected).toBeCloseTo(vacant, 10);
      const old = [...staff].reduce((sum, [age, count]) => sum + (age >= 55 ? count : 0), 0);
      expect(all[year]?.share55?.expected).toBeCloseTo(old / total(staff), 10);
      expect(all[year]?.joined?.expected).toBeCloseTo(filled, 10);
      expect(all[year]?.departed?.expected).toBeCloseTo(emptied, 10);
    }
  });

  test("year 0 is the file", () => {
    const [place] = project({
      scenario: scenarioOf(document),
      census: CENSUS,
      places: [placeOf("A", LINES)],
    }).places;
    const start = place?.groups[0]?.years[0];
    expect(start?.filledPosts.expected).toBeCloseTo(15, 12);
    expect(start?.vacantPosts.expected).toBe(3);
    expect(start?.frozenPosts).toBeCloseTo(1, 12);
    expect(start?.inPostWte.expected).toBeCloseTo(14, 12);
    expect(start?.establishmentWte).toBeCloseTo(18, 12);
    expect(start?.fundedGap?.wte).toBeCloseTo(4, 12);
    expect(start?.date).toBe(CENSUS);
  });
});

describe("levers", () => {
  const last = (levers: object[], assumptions: object[] = [], place = placeOf("A", LINES)) => {
    const found = project({
      scenario: scenarioOf({
        levers: levers.map((one) => ({ from: 2027, reason: "r", ...one })),
        assumptions,
      }),
      census: CENSUS,
      places: [place],
    });
    return found.places[0]?.groups[0]?.years.at(-1);
  };
  const usual = last([])?.filledPosts.expected ?? Number.NaN;

  test.each<[string, object, "more" | "fewer"]>([
    ["fewer leave", { id: "retention", value: 0.5 }, "more"],
    ["fewer leave among the young", { id: "retention", ages: [16, 34], value: 0.5 }, "more"],
    ["filling is slower", { id: "time-to-fill", value: 18 }, "fewer"],
    ["frozen posts are released", { id: "unfreezing", value: 1 }, "more"],
    ["all vacant posts are frozen", { id: "frozen-share", value: 1 }, "fewer"],
    ["more posts", { id: "establishment", value: 0.03 }, "more"],
    ["fewer people outside", { id: "external-pool", value: 0.2 }, "fewer"],
    ["more come back", { id: "retire-and-return", value: 0.9 }, "more"],
  ])("%s: %s", (_name, lever, way) => {
    const found = last([lever])?.filledPosts.expected ?? Number.NaN;
    if (way === "more") expect(found).toBeGreaterThan(usual + 1e-6);
    else expect(found).toBeLessThan(usual - 1e-6);
  });

  test("for another place or other years change nothing, and that is said", () => {
    expect(last([{ id: "establishment", place: "B", value: 0.1 }])?.filledPosts.expected).toBe(usual);
    expect(last([{ id: "establishment", from: 2050, value: 0.1 }])?.filledPosts.expected).toBe(usual);
    const { warnings } = project({
      scenario: scenarioOf({
        levers: [{ id: "establishment", from: 2050, place: "B", value: 0.1, reason: "r" }],
      }),
      census: CENSUS,
      places: [placeOf("A", LINES)],
    });
    expect(warnings).toEqual([
      expect.stringContaining("2027 to 2034"),
      expect.stringContaining("B, which is not projected"),
    ]);
  });

  test("hold in the years they name, first and last among them", () => {
    const of = (levers: object[]) =>
      project({ scenario: scenarioOf({ levers }), census: CENSUS, places: [placeOf("A", LINES)] }).places[0]
        ?.groups[0]?.years ?? [];
    const plain = of([]);
    const grown = of([{ id: "establishment", from: 2028, to: 2029, value: 0.1, reason: "r" }]);
    const ratio = grown.map(
      ({ establishmentWte }, at) => (establishmentWte ?? 0) / (plain[at]?.establishmentWte ?? 0),
    );
    expect(ratio.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([
      1, 1, 1.1, 1.21, 1.21, 1.21, 1.21, 1.21, 1.21,
    ]);
  });

  test("part-time hours and temporary cover move WTE and the unfilled gap, and no post", () => {
    const year = last([
      { id: "part-time", value: 0.25 },
      { id: "temporary-cover", value: 0.5 },
    ]);
    const before = last([]);
    expect(year?.filledPosts.expected).toBe(usual);
    expect(year?.inPostWte.expected).toBeCloseTo(0.9 * (before?.inPostWte.expected ?? 0), 10);
    expect(year?.unfilledGap?.wte).toBeLessThan(year?.fundedGap?.wte ?? 0);
    expect(before?.unfilledGap).toBeNull();
  });

  test("a pool outside is never drawn on beyond what it holds, and the answer says that it was the limit", () => {
    const found = project({
      scenario: scenarioOf({ assumptions: [set("external-pool", 0.4), set("return-share", 0)] }),
      census: CENSUS,
      places: [allOf([placeOf("A", LINES)])],
      nation: sumPopulations([placeOf("A", LINES).population]),
    });
    const years = found.places[0]?.groups.find(({ group }) => group === "technologist_to_6")?.years ?? [];
    for (const { year, flows, fillScale } of years.slice(1)) {
      expect(flows?.external, `year ${year}`).toBeCloseTo(0.4, 9);
      expect(fillScale).toBeLessThan(1);
    }
  });
});

describe("several organisations", () => {
  const places = [placeOf("A", LINES), placeOf("B", many(20, { age_band: "50_54" }).concat(vacancy()))];

  test("moves alone exchange people: together they lose nobody", () => {
    const quiet = scenarioOf({
      assumptions: [
        set("leave-by-age", 0),
        set("retire-by-age", 0),
        set("promote", 0),
        set("move", 0.3),
        set("fill-hazard", 0),
      ],
    });
    const found = project({ scenario: quiet, census: CENSUS, places: [...places, allOf(places)] });
    const whole = found.places[2]?.groups[0]?.years ?? [];
    for (const year of whole) expect(year.filledPosts.expected).toBeCloseTo(35, 9);
  });

  test("the whole of the start is the sum of its parts", () => {
    const { population } = allOf(places);
    const sum = places.reduce(
      (all, place) => all + place.population.groups.reduce((wte, group) => wte + inPostWte(group), 0),
      0,
    );
    expect(population.groups.reduce((wte, group) => wte + inPostWte(group), 0)).toBeCloseTo(sum, 10);
    expect(population.groups[3]?.first.length).toBe(AGE_COUNT);
    expect(population.groups.length).toBe(GROUP_COUNT);
    expect(population.groups[3]?.first[60 - YOUNGEST]).toBeCloseTo(0.8, 12);
  });
});

test("the illustrative part of the doubt is all of it by default, and none where no default is left uncertain", () => {
  const uncertain = scenarioOf({ runs: 300 });
  const certain = scenarioOf({
    runs: 300,
    assumptions: [
      "leaving-multiplier",
      "retirement-multiplier",
      "return-share",
      "returned-exit",
      "fill-hazard",
    ].map((id) => set(id, id === "fill-hazard" ? 1.57 : 0.4)),
  });
  const doubtOf = (scenario: Scenario) =>
    project({
      scenario,
      census: CENSUS,
      places: [
        placeOf(
          "A",
          [...Array(12)].flatMap(() => LINES),
        ),
      ],
    }).places[0]?.doubt;
  const [by, none] = [doubtOf(uncertain), doubtOf(certain)];
  expect(by?.parameters).toBeGreaterThan(0);
  expect(by?.illustrativeShare).toBeGreaterThan(0.1);
  expect(none).toMatchObject({ parameters: 0, illustrativeShare: 0 });
  expect(none?.chance).toBe(none?.total);
});

test("nothing is ever NaN, negative or beyond its posts, whatever the scenario allows", () => {
  const number = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
  const lever = fc.oneof(
    fc.record({ id: fc.constant("retention"), value: number(0, 5) }),
    fc.record({ id: fc.constant("establishment"), value: number(-0.5, 0.5) }),
    fc.record({ id: fc.constant("time-to-fill"), value: number(0.25, 120) }),
    fc.record({ id: fc.constant("frozen-share"), value: number(0, 1) }),
    fc.record({ id: fc.constant("external-pool"), value: number(0, 3) }),
    fc.record({ id: fc.constant("retire-and-return"), value: number(0, 1) }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(lever, { maxLength: 4, selector: ({ id }) => id }),
      fc.array(fc.constantFrom(...LINES), { maxLength: 12 }),
      fc.boolean(),
      (levers, lines, known) => {
        const own = known ? lines : lines.map((one) => ({ ...one, establishment_wte: null, age_band: null }));
        const scenario = scenarioOf({
          runs: 12,
          horizon: 6,
          levers: levers.map((one) => ({ ...one, from: 2028, reason: "r" })),
        });
        const { places } = project({ scenario, census: CENSUS, places: [placeOf("A", own)] });
        const text = JSON.stringify(places, (_key, value) => {
          if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`A figure is ${value}`);
          return value;
        });
        expect(text).not.toContain("NaN");
        for (const { years } of places[0]?.groups ?? []) {
          for (const { filledPosts, vacantPosts, inPostWte: wte, frozenPosts } of years) {
            for (const value of [filledPosts, vacantPosts, wte].flatMap((figure) => Object.values(figure)))
              expect(value).toBeGreaterThanOrEqual(-1e-9);
            expect(frozenPosts).toBeLessThanOrEqual(vacantPosts.expected + 1e-9);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("the ready-made scenarios are those of the method, each of its own title", () => {
  const names = [
    "today-continues",
    "10-year-plan-shifts",
    "training-expansion",
    "retention",
    "retirement-wave",
    "recruitment-freeze",
    "risk-based-maintenance",
  ];
  const titles = names.map(
    (name) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../data/scenarios/${name}.json`), "utf8")).title,
  );
  expect(new Set(titles).size).toBe(7);
});
