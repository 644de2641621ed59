import { describe, expect, it } from "vitest";
import { knownDimension } from "@/lib/measures/dimensions";
import { buildRelease } from "./build-release";
import { decidedGroups, mergeSmall } from "./category-merge";
import { nationOf } from "./nation.fixture";

const merge = (
  id: string,
  coarse: string | null,
  counts: Record<string, number>,
  decided: readonly string[] = [],
) => {
  const dimension = knownDimension(id);
  const groups = decidedGroups(dimension, (ident) => decided.includes(ident), true);
  return mergeSmall(groups, dimension, coarse === null ? undefined : knownDimension(coarse), ({ of }) =>
    of.reduce((sum, category) => sum + (counts[category] ?? 0), 0),
  ).map((group) => group.id);
};

const ROLES = {
  clinical_scientist: 90,
  professional_engineer: 60,
  clinical_technologist: 80,
  associate: 55,
  trainee: 70,
  manager: 50,
  support: 50,
};
const AGES = { under_25: 60, "25_34": 90, "35_44": 90, "45_54": 90, "55_64": 90, "65_plus": 60, unknown: 5 };

describe("categories under fifty in the UK", () => {
  it.each([
    ["stay apart when none is small", "role", "role4", ROLES, Object.keys(ROLES)],
    [
      "merge inside their coarse group first",
      "role",
      "role4",
      { ...ROLES, trainee: 45 },
      [
        "clinical_scientist",
        "professional_engineer",
        "clinical_technologist",
        "associate+trainee",
        "manager",
        "support",
      ],
    ],
    [
      "merge with the smaller neighbour otherwise",
      "role",
      "role4",
      { ...ROLES, clinical_technologist: 10 },
      [
        "clinical_scientist",
        "professional_engineer",
        "clinical_technologist+associate",
        "trainee",
        "manager",
        "support",
      ],
    ],
    [
      "never merge with people of unknown age",
      "age",
      "age3",
      { ...AGES, "65_plus": 20 },
      ["under_25", "25_34", "35_44", "45_54", "55_64+65_plus", "unknown"],
    ],
    [
      "go on until none is small",
      "age",
      "age3",
      { ...AGES, "65_plus": 20, "55_64": 20 },
      ["under_25", "25_34", "35_44", "45_54+55_64+65_plus", "unknown"],
    ],
    [
      "end as one",
      "age",
      "age3",
      { under_25: 1, "25_34": 2 },
      ["under_25+25_34+35_44+45_54+55_64+65_plus", "unknown"],
    ],
  ] as const)("%s", (_, id, coarse, counts, expected) => expect(merge(id, coarse, counts)).toEqual(expected));

  it("stay merged for good once the ledger says so, and may merge further", () => {
    const decided = ["merge|sample|age|55_64+65_plus"];
    expect(merge("age", "age3", AGES, decided)).toContain("55_64+65_plus");
    expect(merge("age", "age3", { ...AGES, "55_64": 10, "65_plus": 10 }, decided)).toContain(
      "45_54+55_64+65_plus",
    );
  });
});

describe("a release", () => {
  const departments = ["ZT001", "ZT002", "ZT003"].map((code) => ({
    code,
    under: "QA1",
    staff: [
      { headcount: 30, age: "25_34" },
      { headcount: 30, age: "45_54" },
      { headcount: 2, age: "65_plus" },
    ],
  }));
  const input = nationOf(departments);
  const { figures, ledger } = buildRelease(input);
  const categories = (dimension: string, place = "K02000001") =>
    figures
      .filter(
        (figure) =>
          figure.place === place && figure.measure === "headcount" && figure.dimension === dimension,
      )
      .map(({ category }) => category);

  it("publishes the merged category at every level, and enters it in the ledger", () => {
    const merged = categories("age").find((category) => category.includes("65_plus"));
    expect(merged?.split("+").length).toBeGreaterThan(1);
    expect(categories("age", "QA1")).toEqual(categories("age"));
    expect(ledger.map(({ ident }) => ident)).toContain(`merge|sample|age|${merged}`);
  });

  it("publishes no breakdown with a single category, which would round the total twice", () => {
    expect(categories("role")).toEqual([]);
    expect(ledger.filter(({ ident }) => ident.includes("|role:"))).toEqual([]);
  });

  it("keeps merged what later grows, with the ledger", () => {
    const grown = departments.map((one) => ({
      ...one,
      staff: one.staff.map((row) => ({ ...row, headcount: row.headcount + 90 })),
    }));
    const later = buildRelease(nationOf(grown, { ledger, release: 2 })).figures;
    const then = later.filter(
      ({ place, measure, dimension }) => place === "QA1" && measure === "headcount" && dimension === "age",
    );
    expect(then.map(({ category }) => category)).toEqual(categories("age", "QA1"));
  });

  it("decides for a fictional nation apart from the real one", () => {
    const real = buildRelease({ ...input, ledger, synthetic: false }).ledger.map(({ ident }) => ident);
    expect(real.some((ident) => ident.startsWith("merge|age|"))).toBe(true);
  });
});

describe("steps from band to band", () => {
  const published = (movers: Record<string, number>, first = 1) => {
    const codes = Array.from({ length: 6 }, (_, at) => `ZT${String(first + at).padStart(3, "0")}`);
    const flows = codes.slice(0, 4).flatMap((organisation, at) =>
      Object.entries(movers).map(([step, headcount]) => ({
        organisation,
        direction: "mover" as const,
        withinNhs: false,
        step,
        headcount: at === 0 ? headcount : 0,
      })),
    );
    const { figures } = buildRelease(
      nationOf(
        codes.map((code, at) => ({ code, under: at < 4 ? "QA1" : "QB1", staff: 40 })),
        { flows, hasFlows: new Set(codes.slice(0, 4)) },
      ),
    );
    return figures.filter(({ measure, dimension }) => measure === "movers" && dimension === "step");
  };

  it("are of nations and regions alone, and the small ones merge with the next", () => {
    const figures = published({ "5_to_6": 80, "6_to_7": 70, "7_to_8a": 20, down: 3 });
    expect([...new Set(figures.map(({ level }) => level))].sort()).toEqual([
      "nation",
      "region",
      "united_kingdom",
    ]);
    const uk = figures.filter(({ level }) => level === "united_kingdom").map(({ category }) => category);
    expect(uk.filter((category) => category !== "unknown")).toEqual([
      "2_to_3+3_to_4+4_to_5+5_to_6",
      "6_to_7+7_to_8a+8a_to_8b+8b_to_8c+8c_to_9+further_up+down+other_pay",
    ]);
  });

  it("are small or not by what is published of those who sent their movers, not of all who returned", () => {
    for (let first = 1; first < 60; first += 7)
      for (const { category, value, level } of published(
        { "5_to_6": 90, "6_to_7": 46 + (first % 4), "7_to_8a": 90 },
        first,
      ))
        if (level === "united_kingdom" && category !== "unknown")
          expect(value, `${category} from ${first}`).toBeGreaterThanOrEqual(50);
  });

  it("are not told apart where too few moved", () => {
    expect(published({ "5_to_6": 60, "6_to_7": 20 })).toEqual([]);
  });
});
