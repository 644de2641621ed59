import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildRelease } from "@/lib/disclosure/build-release";
import { randomNation } from "@/lib/disclosure/nation.fixture";
import { YOUNGEST } from "./ages";
import { AGE_GROUPS, BANDS, type BaseFigure, ROLE_BY_AGE, ROLES, TEN_YEAR_AGES } from "./base-figures";
import { compileLaw } from "./compile-law";
import { expectation } from "./expectation";
import { expectedYear } from "./expected-year";
import { type Base, fitBase } from "./fit-base";
import { GROUPS, groupOf } from "./groups";
import { filledPosts, inPostWte, type Population } from "./population";
import { uniforms } from "./scenario.fixture";
import { defaultLaw } from "./year-law";

type Cell = { role: string; band: string; age: string; heads: number };

const figure = (
  measure: string,
  dimension: string,
  category: string,
  value: number,
  slack = 4,
): BaseFigure => ({
  measure,
  dimension,
  category,
  value,
  symbol: null,
  low: value - slack,
  high: value + slack,
});
const underFive = (measure: string, dimension: string, category: string, high = 4): BaseFigure => ({
  ...figure(measure, dimension, category, 0),
  value: null,
  symbol: "<5",
  low: 0,
  high,
});
const withheld = (
  measure: string,
  dimension: string,
  category: string,
  symbol: "c" | ":" = "c",
): BaseFigure => ({
  ...figure(measure, dimension, category, 0),
  value: null,
  symbol,
  low: null,
  high: null,
});

/** A department of 200 in which old hands are senior. */
const TRUTH: readonly Cell[] = (
  [
    ["clinical_scientist", "7", "25_34", 9],
    ["clinical_scientist", "8a", "45_54", 8],
    ["clinical_scientist", "8c", "55_64", 5],
    ["professional_engineer", "7", "35_44", 12],
    ["clinical_technologist", "5", "under_25", 12],
    ["clinical_technologist", "6", "25_34", 30],
    ["clinical_technologist", "6", "45_54", 31],
    ["clinical_technologist", "7", "55_64", 25],
    ["clinical_technologist", "7", "65_plus", 6],
    ["associate", "3", "35_44", 22],
    ["associate", "4", "unknown", 8],
    ["trainee", "5", "under_25", 14],
    ["manager", "8b", "55_64", 7],
    ["support", "2", "45_54", 11],
  ] as const
).map(([role, band, age, heads]) => ({ role, band, age, heads }));
const WTE = 0.9;

const sumOf = (cells: readonly Cell[], is: (cell: Cell) => boolean): number =>
  cells.reduce((sum, cell) => sum + (is(cell) ? cell.heads : 0), 0);

/** All margins of the truth, unrounded. */
function exactFigures(roleByAge: boolean): BaseFigure[] {
  const all = sumOf(TRUTH, () => true);
  const margins: [string, string, number][] = [
    ["all", "all", all],
    ...ROLES.map((id): [string, string, number] => ["role", id, sumOf(TRUTH, ({ role }) => role === id)]),
    ...BANDS.map((id): [string, string, number] => ["band", id, sumOf(TRUTH, ({ band }) => band === id)]),
    ...TEN_YEAR_AGES.map((id): [string, string, number] => [
      "age",
      id,
      sumOf(TRUTH, ({ age }) => age === id),
    ]),
  ];
  if (roleByAge) {
    for (const id of ROLES) {
      for (const group of AGE_GROUPS) {
        const heads = sumOf(TRUTH, ({ role, age }) => role === id && group.of.includes(age));
        margins.push([ROLE_BY_AGE, `${id}|${group.id}`, heads]);
      }
    }
  }
  return margins.flatMap(([dimension, category, heads]) => [
    figure("headcount", dimension, category, heads),
    figure("in-post", dimension, category, heads * WTE, 5),
  ]);
}

const posts = (establishment: number, vacancy: number, frozen = 0): BaseFigure[] => [
  figure("establishment", "all", "all", establishment, 1),
  figure("vacancy", "all", "all", vacancy, 1),
  figure("frozen", "all", "all", frozen, 1),
];

function fitted(figures: readonly BaseFigure[]): Base {
  const base = fitBase(figures);
  if (!base.ok) throw new Error(base.problem.message);
  return base.value;
}

const at = (id: string) => GROUPS.findIndex((group) => group.id === id);
const heads = (population: Population): number =>
  population.groups.reduce((sum, group) => sum + filledPosts(group), 0);
const wte = (population: Population): number =>
  population.groups.reduce((sum, group) => sum + inPostWte(group), 0);
const funded = (population: Population): number =>
  population.groups.reduce((sum, group) => sum + group.establishmentWte, 0);

describe("a fit to exact margins", () => {
  test.each([
    ["one at a time", false],
    ["with roles by three ages", true],
  ])("recovers them, %s", (_, roleByAge) => {
    const base = fitted([...exactFigures(roleByAge), ...posts(190, 10)]);
    expect(base.converged).toBe(true);
    const staff = base.residuals.filter(({ measure }) => measure === "headcount" || measure === "in-post");
    expect(staff).toHaveLength(2 * (1 + 7 + 11 + 7 + (roleByAge ? 21 : 0)));
    const off = staff.filter(({ difference }) => Math.abs(difference ?? 1) > 1e-6);
    expect(off).toEqual([]);
    expect(base.dropped).toEqual([]);
    expect(base.notes).toEqual([]);
  });

  test("spreads ten years over the bands of the return, and unknown ages over the known", () => {
    const { population } = fitted([...exactFigures(false), ...posts(190, 10)]);
    const ages = population.groups[at("associate")]?.first ?? [];
    expect(ages[YOUNGEST - 16]).toBe(0);
    // Ten in 25 to 29 to twelve in 30 to 34, as in the default mix.
    expect((ages[25 - YOUNGEST] ?? 0) / (ages[30 - YOUNGEST] ?? 1)).toBeCloseTo(10 / 12, 9);
    expect(heads(population)).toBeCloseTo(200, 9);
  });

  test("tells junior and senior apart where bands leave no choice", () => {
    const { population } = fitted([...exactFigures(true), ...posts(190, 10)]);
    const scientists = sumOf(TRUTH, ({ role }) => role === "clinical_scientist");
    const found = [at("scientist_to_7"), at("scientist_from_8a")].map((group) =>
      filledPosts(population.groups[group] ?? expect.fail()),
    );
    expect((found[0] ?? 0) + (found[1] ?? 0)).toBeCloseTo(scientists, 6);
    expect(groupOf("clinical_scientist", "8a")).toBe(at("scientist_from_8a"));
  });

  test("gives roles their own ages where they are published by three ages", () => {
    const share55 = (base: Base) => {
      const group = base.population.groups[at("trainee")];
      const old = (group?.first ?? []).slice(55 - YOUNGEST).reduce((sum, count) => sum + count, 0);
      return old / filledPosts(group ?? expect.fail());
    };
    expect(share55(fitted(exactFigures(false)))).toBeGreaterThan(0.1);
    expect(share55(fitted(exactFigures(true)))).toBeLessThan(1e-9);
  });

  test("does not depend on the order of the figures", () => {
    const figures = [...exactFigures(true), ...posts(190, 10), underFive("vacancy", "role", "trainee", 5)];
    const draw = uniforms(5);
    const shuffled = figures
      .map((one) => ({ one, key: draw() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
    expect(JSON.stringify(fitBase(shuffled))).toBe(JSON.stringify(fitBase(figures)));
  });
});

describe("figures that are not numbers", () => {
  const plain = (change: (one: BaseFigure) => BaseFigure | null): BaseFigure[] =>
    exactFigures(false).flatMap((one) => change(one) ?? []);
  const residual = (base: Base, dimension: string, category: string) =>
    base.residuals.find(
      (one) => one.measure === "headcount" && one.dimension === dimension && one.category === category,
    );

  test("'<5' is held within its bounds, and the total is honoured", () => {
    const base = fitted(
      plain((one) =>
        one.dimension === "age" && one.category === "65_plus"
          ? underFive(one.measure, one.dimension, one.category, one.measure === "headcount" ? 4 : 5)
          : one,
      ),
    );
    const old = residual(base, "age", "65_plus");
    expect(old?.published).toBeNull();
    expect(old?.within).toBe(true);
    expect(heads(base.population)).toBeCloseTo(200, 9);
  });

  test("a withheld category takes what the others leave", () => {
    const base = fitted(
      plain((one) => (one.category === "associate" ? withheld(one.measure, "role", "associate") : one)),
    );
    expect(residual(base, "role", "associate")?.fitted).toBeCloseTo(30, 6);
  });

  test("so does one that is not there", () => {
    const base = fitted(plain((one) => (one.category === "associate" ? null : one)));
    const rest = base.population.groups[at("associate")];
    expect(filledPosts(rest ?? expect.fail())).toBeCloseTo(30, 6);
  });

  test("merged categories are fitted together", () => {
    const base = fitted(
      plain((one) => {
        if (one.dimension !== "band" || !["8b", "8c"].includes(one.category)) return one;
        if (one.category === "8c") return null;
        return figure(one.measure, "band", "8b+8c", one.measure === "headcount" ? 12 : 12 * WTE);
      }),
    );
    expect(residual(base, "band", "8b+8c")?.fitted).toBeCloseTo(12, 6);
  });

  test.each([
    [
      "withheld",
      (one: BaseFigure) => (one.dimension === "age" ? withheld(one.measure, "age", one.category) : one),
    ],
    [
      "not returned",
      (one: BaseFigure) => (one.dimension === "age" ? withheld(one.measure, "age", one.category, ":") : one),
    ],
    ["not published", (one: BaseFigure) => (one.dimension === "age" ? null : one)],
  ])("a margin %s is left out, which is said, and the default ages are taken", (reason, change) => {
    const base = fitted(plain(change));
    expect(base.dropped).toContainEqual({ measure: "headcount", dimension: "age", reason });
    expect(base.notes[0]).toContain("Ages are not known here");
    const young = base.population.groups.reduce((sum, group) => sum + (group.first[22 - YOUNGEST] ?? 0), 0);
    expect(young).toBeCloseTo((200 * 0.04) / 5, 9);
  });

  test.each([
    ["c", "withheld"],
    [":", "not returned"],
  ] as const)("a headcount that reads %s is a problem in words", (symbol, word) => {
    const base = fitBase([withheld("headcount", "all", "all", symbol)]);
    expect(base.ok ? "" : base.problem.message).toContain(`The headcount of this place is ${word}`);
    const none = fitBase([]);
    expect(none.ok ? "" : none.problem.message).toContain("not published");
  });

  test("a headcount of '<5' is taken to be the middle of its bounds", () => {
    const base = fitted([underFive("headcount", "all", "all"), underFive("in-post", "all", "all", 5)]);
    expect(heads(base.population)).toBeCloseTo(2, 9);
    expect(wte(base.population)).toBeCloseTo(2, 9);
  });

  test("without WTE every post is whole-time, and it is said", () => {
    const base = fitted(plain((one) => (one.measure === "headcount" ? one : null)));
    expect(wte(base.population)).toBeCloseTo(200, 9);
    expect(base.notes.join()).toContain("whole-time");
  });
});

describe("the mean WTE of a category", () => {
  const means = (people: number, wteOf: number): [number, number] => {
    const [all, others] = [1000, 1000 - people];
    const base = fitted([
      figure("headcount", "all", "all", all),
      figure("in-post", "all", "all", 900, 5),
      figure("headcount", "role", "trainee", people),
      figure("headcount", "role", "clinical_technologist", others),
      figure("in-post", "role", "trainee", wteOf, 5),
      figure("in-post", "role", "clinical_technologist", 900 - wteOf, 5),
    ]);
    const group = base.population.groups[at("trainee")] ?? expect.fail();
    const residual = base.residuals.find((one) => one.measure === "in-post" && one.category === "trainee");
    expect(residual?.within).toBe(true);
    return [inPostWte(group) / filledPosts(group), wteOf / people];
  };

  test("is the place's where it is of a few people, and may be rounding", () => {
    const [fitted10, published10] = means(10, 5);
    expect(published10).toBe(0.5);
    expect(fitted10).toBeGreaterThan(0.8);
  });

  test("is its own where it is of many", () => {
    const [fitted400, published400] = means(400, 300);
    expect(published400).toBe(0.75);
    expect(fitted400).toBeCloseTo(0.75, 2);
  });
});

describe("parts rounded apart", () => {
  test("meet the total within their bounds, spread alike", () => {
    const figures = exactFigures(false).map((one) =>
      one.measure === "headcount" && one.category === "all" ? figure("headcount", "all", "all", 205) : one,
    );
    const base = fitted(figures);
    expect(heads(base.population)).toBeCloseTo(205, 9);
    expect(base.converged).toBe(true);
    const roles = base.residuals.filter(
      ({ measure, dimension }) => measure === "headcount" && dimension === "role",
    );
    for (const { difference, within } of roles) {
      expect(difference).toBeCloseTo(5 / 7, 6);
      expect(within).toBe(true);
    }
  });

  test("that cannot, show as residuals out of bounds, and the total is honoured", () => {
    const figures = exactFigures(false).map((one) =>
      one.measure === "headcount" && one.category === "all" ? figure("headcount", "all", "all", 300) : one,
    );
    const base = fitted(figures);
    expect(heads(base.population)).toBeCloseTo(300, 9);
    expect(base.residuals.some(({ dimension, within }) => dimension === "role" && within === false)).toBe(
      true,
    );
  });
});

describe("posts", () => {
  const staff = exactFigures(false);

  test("year 0 of a projection is the release's headcount, WTE in post, establishment and frozen share", () => {
    const { population } = fitted([...staff, ...posts(193, 12, 3)]);
    const now = expectedYear(expectation(population, compileLaw([defaultLaw()], "nation")), 0);
    expect(now.filled).toBeCloseTo(200, 9);
    expect(now.inPostWte).toBeCloseTo(180, 9);
    expect(now.establishmentWte).toBeCloseTo(193, 9);
    expect(now.frozen / now.vacant).toBeCloseTo(0.25, 9);
    // Twelve WTE of posts as large as the others, 0.9; the thirteenth is a matter of rounding.
    expect(now.vacant).toBeCloseTo(12 / 0.9, 9);
    const fraction = population.groups.reduce((sum, group) => sum + group.fractionalVacancyWte, 0);
    expect(fraction).toBeCloseTo(1, 9);
  });

  test("vacancies follow the roles where they are published", () => {
    const byRole = ROLES.map((id) => figure("vacancy", "role", id, id === "trainee" ? 10 : 0, 5));
    const { population } = fitted([...staff, ...posts(190, 10), ...byRole]);
    expect(population.groups[at("trainee")]?.vacantPosts).toBeCloseTo(10 / 0.9, 6);
    expect(population.groups[at("support")]?.vacantPosts).toBeCloseTo(0, 6);
  });

  test("more in post than funded are no vacant posts, and stay", () => {
    const { population } = fitted([...staff, ...posts(170, -10)]);
    expect(population.groups.every(({ vacantPosts }) => vacantPosts === 0)).toBe(true);
    expect(funded(population)).toBeCloseTo(170, 9);
  });

  test("an establishment of some of the organisations is grossed up by their vacancy rate, and it is said", () => {
    const base = fitted([...staff, ...posts(100, 10)]);
    expect(funded(base.population)).toBeCloseTo(200, 9);
    expect(base.notes.join()).toContain("Establishment covers 50 % of the WTE in post");
    expect(base.residuals.find(({ measure }) => measure === "establishment")?.difference).toBeCloseTo(100, 9);
  });

  test("without establishment no gap may be formed, and it is said", () => {
    const base = fitted([
      ...staff,
      withheld("establishment", "all", "all"),
      withheld("vacancy", "all", "all"),
    ]);
    expect(base.population.establishmentKnown).toBe(false);
    expect(base.notes.join()).toContain("6 % of posts are taken to be vacant");
    expect(base.dropped).toContainEqual({ measure: "establishment", dimension: "all", reason: "withheld" });
    const now = expectedYear(expectation(base.population, compileLaw([defaultLaw()], "nation")), 0);
    expect(now.establishmentWte).toBeNull();
    expect(now.vacant / (now.vacant + now.filled)).toBeCloseTo(0.06, 9);
  });
});

test("any figures at all give finite numbers, none below nought, and the total", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const draw = uniforms(seed);
      const spoilt = [
        ...exactFigures(draw() < 0.5),
        ...posts(400 * draw(), 60 * draw() - 20, 20 * draw()),
        ...ROLES.map((id) => figure("vacancy", "role", id, 5 * Math.round(4 * draw() - 1), 5)),
      ].flatMap((one) => {
        if (one.measure === "headcount" && one.dimension === "all") return one;
        const kind = draw();
        if (kind < 0.1) return [];
        if (kind < 0.2) return withheld(one.measure, one.dimension, one.category);
        if (kind < 0.3) return underFive(one.measure, one.dimension, one.category);
        return figure(
          one.measure,
          one.dimension,
          one.category,
          5 * Math.round(((one.value ?? 0) * 2 * draw()) / 5),
        );
      });
      const { population, residuals } = fitted(spoilt);
      const numbers = population.groups.flatMap((group) => [
        ...group.first,
        ...group.returned,
        ...group.wteFirst,
        ...group.wteReturned,
        group.vacantPosts,
        group.frozenShare,
      ]);
      expect(numbers.filter((value) => !(value >= 0 && value < 1e6))).toEqual([]);
      expect(residuals.filter((one) => !Number.isFinite(one.fitted))).toEqual([]);
      expect(Number.isFinite(funded(population))).toBe(true);
      expect(heads(population)).toBeCloseTo(200, 6);
    }),
    { numRuns: 40 },
  );
});

describe("a release as it is built", () => {
  const { figures } = buildRelease(randomNation(3, 60));
  const places = [...new Set(figures.map(({ place }) => place))];
  const publicOf = (place: string) =>
    figures.filter((one) => one.place === place && one.audience === "public" && one.basis === "returned");
  const fits = places.flatMap((place) => {
    const own = publicOf(place);
    const total = own.find(({ measure, dimension }) => measure === "headcount" && dimension === "all");
    const base = fitBase(own);
    return base.ok && (total?.value ?? 0) > 0 ? [{ place, total: total?.value ?? 0, base: base.value }] : [];
  });

  test("is fitted at every place with a headcount, to its totals, in sums that converge", () => {
    expect(fits.length).toBeGreaterThan(4);
    for (const { base, total } of fits) {
      expect(heads(base.population)).toBeCloseTo(total, 6);
      expect(base.converged).toBe(true);
    }
  });

  test("leaves nearly every figure within its bounds", () => {
    const judged = fits.flatMap(({ base }) =>
      base.residuals.filter(({ measure, within }) => measure === "headcount" && within !== null),
    );
    const outside = judged.filter(({ within }) => within === false);
    expect(judged.length).toBeGreaterThan(100);
    expect(outside.length / judged.length).toBeLessThan(0.02);
  });
});
