import { describe, expect, it } from "vitest";
import { MEASURES, measureById } from "./catalogue";
import { DIMENSIONS, dimensionById } from "./dimensions";

describe.each(MEASURES)("the measure $id", (measure) => {
  it("is declared whole", () => {
    expect(measure.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [
      measure.title,
      measure.shortTitle,
      measure.definition,
      measure.formula,
      measure.minimumEvidence,
    ]) {
      expect(text.trim()).not.toBe("");
    }
    expect(measure.definition).toMatch(/\.$/);
    expect(measureById(measure.id)).toBe(measure);
    expect(MEASURES.filter(({ id }) => id === measure.id)).toHaveLength(1);
  });

  it("is a percentage exactly when it divides something, by figures that exist", () => {
    const divides = ["people", "posts", "exact"].includes(measure.rate?.kind ?? "");
    // Coverage adds up sizes of organisations, which are no figures of the place.
    expect(measure.unit === "percent").toBe(divides || measure.id === "workforce-coverage");
    expect(measure.unit === "ratio").toBe(measure.rate?.kind === "ratio");
    const { rate } = measure;
    if (rate === undefined) return;
    const terms = [rate, ...(rate.organisation ? [rate.organisation] : [])].flatMap((of) => [
      ...of.numerator,
      ...of.denominator,
    ]);
    for (const { measure: id, of } of terms) {
      expect(measureById(id)?.rate).toBeUndefined();
      expect(measureById(id)).toBeDefined();
      const known =
        of === undefined
          ? []
          : of.dimension === "all"
            ? ["all"]
            : (dimensionById(of.dimension)?.categories.map((category) => category.id) ?? []);
      for (const category of of?.categories ?? []) expect(known).toContain(category);
    }
  });
});

it("says how England, Wales and Scotland define a vacancy, wherever a vacancy rate is", () => {
  const rates = MEASURES.filter(({ id }) => id.startsWith("vacancy-rate"));
  expect(rates).toHaveLength(3);
  for (const { nations } of rates)
    expect(nations?.map(({ nation }) => nation)).toEqual(["England", "Wales", "Scotland"]);
});

it("knows no measure by an address that is none", () => {
  expect(measureById("toString")).toBeUndefined();
  expect(dimensionById("constructor")).toBeUndefined();
});

describe.each(DIMENSIONS)("the dimension $id", (dimension) => {
  it("puts each base category in one group, and leaves none out unless it says so", () => {
    const fine = DIMENSIONS.find(({ id }) => id === dimension.base);
    const every = fine?.categories.map(({ id }) => id) ?? [];
    const grouped = dimension.categories.flatMap(({ of }) => of);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(every.filter((id) => !grouped.includes(id))).toEqual(dimension.partial ? [fine?.unknown] : []);
    expect(grouped.filter((id) => !every.includes(id))).toEqual([]);
    expect(new Set(dimension.categories.map(({ id }) => id)).size).toBe(dimension.categories.length);
  });

  it("has no category id that a merged one could be taken for", () => {
    for (const { id } of dimension.categories) expect(id).toMatch(/^[a-z0-9_]+$/);
  });
});
