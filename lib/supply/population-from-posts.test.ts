import { describe, expect, test } from "vitest";
import { AGE_BAND_IDS, bandAt, spanOf, YOUNGEST } from "./ages";
import { GROUPS, groupOf } from "./groups";
import { filledPosts, inPostWte } from "./population";
import { populationFromPosts, type WorkforceLine } from "./population-from-posts";
import { spreadAges } from "./spread-ages";
import { vacanciesOfBudget } from "./vacant-posts";

const line = (of: Partial<WorkforceLine>): WorkforceLine => ({
  line_type: "person",
  role: "clinical_technologist",
  specialism: "equipment_management",
  afc_band: "6",
  age_band: null,
  headcount: null,
  in_post_wte: null,
  establishment_wte: null,
  vacancy_state: null,
  ...of,
});
const person = (age: string, wte: number, of: Partial<WorkforceLine> = {}) =>
  line({ age_band: age, in_post_wte: wte, headcount: 1, ...of });
const at = (id: string) => GROUPS.findIndex((group) => group.id === id);
const technologists = (lines: readonly WorkforceLine[]) => {
  const group = populationFromPosts(lines).population.groups[at("technologist_to_6")];
  if (group === undefined) throw new Error("No technologists");
  return group;
};

test.each([
  ["clinical_scientist", "7", "scientist_to_7"],
  ["clinical_scientist", "8a", "scientist_from_8a"],
  ["clinical_scientist", "8d_9", "scientist_from_8a"],
  ["clinical_technologist", "6", "technologist_to_6"],
  ["clinical_technologist", "7", "technologist_from_7"],
  ["clinical_technologist", "other", "technologist_from_7"],
  ["support", "2", "support"],
  ["manager", "9", "manager"],
])("a %s at band %s is in the group %s", (role, band, group) => {
  expect(GROUPS[groupOf(role, band)]?.id).toBe(group);
});

test("an unknown role is a bug, and said", () => {
  expect(() => groupOf("wizard", "6")).toThrow("No role is called wizard");
});

describe("ages", () => {
  test.each([
    ["under_25", 20, 24],
    ["25_29", 25, 29],
    ["70_plus", 70, 74],
  ])("of %s are spread evenly from %i to %i", (band, from, to) => {
    const group = technologists([
      line({ line_type: "group", age_band: band, headcount: 10, in_post_wte: 9 }),
    ]);
    const ages = group.first.flatMap((count, position) => (count > 0 ? [[position + YOUNGEST, count]] : []));
    expect(ages).toEqual(Array.from({ length: to - from + 1 }, (_, step) => [from + step, 2]));
  });

  test("that are not known follow the known of the group", () => {
    const group = technologists([
      person("25_29", 1),
      person("25_29", 1),
      person("55_59", 1),
      person("unknown", 0.6),
    ]);
    expect(group.first[25 - YOUNGEST]).toBeCloseTo((2 + 2 / 3) / 5, 12);
    expect(group.first[55 - YOUNGEST]).toBeCloseTo((1 + 1 / 3) / 5, 12);
    expect(inPostWte(group)).toBeCloseTo(3.6, 12);
  });

  test("follow the profession's where none of the group is known, and nobody is lost", () => {
    const group = technologists([
      line({ line_type: "group", age_band: "unknown", headcount: 7, in_post_wte: 6 }),
    ]);
    expect(filledPosts(group)).toBeCloseTo(7, 12);
    expect((group.first[25 - YOUNGEST] ?? 0) * 5).toBeCloseTo(0.7, 12);
    expect(inPostWte(group)).toBeCloseTo(6, 12);
  });

  test("given a mix of the profession, take that", () => {
    const { heads } = spreadAges(new Map(), { heads: 10, wte: 8 }, { "30_34": 1 });
    expect(heads[30 - YOUNGEST]).toBe(2);
  });

  test("bands and single ages are told from one another", () => {
    for (const band of AGE_BAND_IDS) {
      expect(bandAt(spanOf(band).from)).toBe(band);
      expect(bandAt(spanOf(band).to)).toBe(band);
    }
    expect(bandAt(0)).toBe("under_25");
    expect(bandAt(59)).toBe("70_plus");
    expect(() => spanOf("12_13")).toThrow("No age band");
  });
});

describe("people", () => {
  test("with several posts count once, with all their WTE, where the largest is", () => {
    const { population } = populationFromPosts([
      person("40_44", 0.3, { person_key: "a", role: "clinical_scientist" }),
      person("40_44", 0.6, { person_key: "a" }),
      person("40_44", 1, { person_key: "b" }),
    ]);
    expect(population.groups.map(filledPosts).filter((count) => count > 0)).toEqual([2]);
    expect(inPostWte(population.groups[at("technologist_to_6")] ?? expect.fail())).toBeCloseTo(1.9, 12);
  });

  test("have the mean WTE of their own ages, and the group's where nobody is", () => {
    const group = technologists([person("25_29", 1), person("60_64", 0.5)]);
    expect(group.wteFirst[27 - YOUNGEST]).toBe(1);
    expect(group.wteFirst[62 - YOUNGEST]).toBe(0.5);
    expect(group.wteFirst[45 - YOUNGEST]).toBeCloseTo(0.75, 12);
    expect(group.wteReturned[62 - YOUNGEST]).toBeCloseTo(0.4, 12);
  });

  test("have the place's mean in a group with nobody, and one WTE in a place with nobody", () => {
    const some = populationFromPosts([person("25_29", 0.8)]).population.groups[at("manager")];
    expect(some?.wteFirst[40]).toBeCloseTo(0.8, 12);
    const none = populationFromPosts([line({ line_type: "vacancy", establishment_wte: 1 })]).population;
    expect(none.groups[at("manager")]?.wteFirst[40]).toBe(1);
  });

  test("tell the pension section by the year they joined the NHS", () => {
    const { pensionMix } = populationFromPosts([
      person("55_59", 1, { nhs_start_year: 1990 }),
      person("55_59", 1, { nhs_start_year: 2012 }),
      person("55_59", 1),
      person("55_59", 1, { nhs_start_year: 1999 }),
    ]);
    expect(pensionMix[at("technologist_to_6")]?.[57 - YOUNGEST]).toEqual({
      "1995": 0.5,
      "2008": 0.25,
      "2015": 0,
    });
    expect(pensionMix[at("manager")]).toBeNull();
  });
});

describe("posts", () => {
  test("on lines with their own establishment: a vacancy line is so many posts, the rest is a part of a post", () => {
    const group = technologists([
      person("40_44", 0.6, { establishment_wte: 1 }),
      person("40_44", 1, { establishment_wte: 1 }),
      line({ line_type: "vacancy", headcount: 2, establishment_wte: 1.5, vacancy_state: "advertised" }),
      line({ line_type: "vacancy", establishment_wte: 1, vacancy_state: "frozen" }),
    ]);
    expect(group.vacantPosts).toBe(3);
    expect(group.frozenShare).toBeCloseTo(1 / 3, 12);
    expect(group.establishmentWte).toBeCloseTo(4.5, 12);
    expect(group.fractionalVacancyWte).toBeCloseTo(0.4, 12);
  });

  test("on budget lines, by service unit, role, specialism and band; a cell over its money offsets none", () => {
    const group = technologists([
      line({ line_type: "budget", establishment_wte: 4.4 }),
      person("40_44", 1),
      person("40_44", 1),
      line({ line_type: "budget", establishment_wte: 1, service_unit: "Renal" }),
      person("40_44", 1, { service_unit: "Renal" }),
      person("40_44", 0.5, { service_unit: "Renal" }),
    ]);
    expect(group.vacantPosts).toBe(2);
    expect(group.establishmentWte).toBeCloseTo(5.4, 12);
    // 0.4 of a post in the one unit, half a post too many in the other.
    expect(group.fractionalVacancyWte).toBeCloseTo(-0.1, 12);
  });

  test.each([
    ["whole posts and a part", 1.37, 0, 1],
    ["a described part of a post is a post", 0.4, 1, 1],
    ["description rounds up", 1.37, 2, 2],
    ["but not beyond the money", 1.37, 5, 2],
    ["and not below it", 3, 1, 3],
    ["no money, no vacant post", -0.5, 1, 0],
    ["sums that stray in the last bits", 0.1 + 0.2 + 0.7 - 1e-12, 0, 1],
  ])("%s", (_, vacancyWte, described, posts) => {
    const lines = described === 0 ? [] : [{ posts: described, frozen: true, establishmentWte: null }];
    const found = vacanciesOfBudget(vacancyWte, lines);
    expect(found.posts).toBe(posts);
    expect(found.frozenPosts).toBeLessThanOrEqual(posts);
    expect(found.wte).toBeLessThanOrEqual(Math.max(0, vacancyWte));
  });

  test("without any establishment, vacant posts are those described, and it is said", () => {
    const own = populationFromPosts([
      person("40_44", 1),
      line({ line_type: "vacancy", headcount: 2, vacancy_state: "frozen" }),
    ]);
    expect(own.population.establishmentKnown).toBe(false);
    expect(own.population.groups[at("technologist_to_6")]?.vacantPosts).toBe(2);
    expect(own.notes.join()).toContain("no funded gap");
  });

  test("without establishment or vacancies, six in a hundred posts are taken to be vacant, and it is said", () => {
    const own = populationFromPosts([
      line({ line_type: "group", age_band: "40_44", headcount: 94, in_post_wte: 90 }),
    ]);
    const group = own.population.groups[at("technologist_to_6")];
    expect(group?.vacantPosts).toBeCloseTo(6, 12);
    expect(own.notes).toEqual([
      "No line gives an establishment: 6 % of posts are taken to be vacant, and no funded gap is formed.",
    ]);
  });

  test("a return without staff is an empty population, not a failure", () => {
    const own = populationFromPosts([]);
    expect(own.notes).toEqual([]);
    expect(own.population.groups.every((group) => filledPosts(group) === 0 && group.vacantPosts === 0)).toBe(
      true,
    );
  });
});
