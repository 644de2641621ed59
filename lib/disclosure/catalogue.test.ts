import { describe, expect, it } from "vitest";
import { knownMeasure, MEASURES } from "@/lib/measures/catalogue";
import { knownDimension } from "@/lib/measures/dimensions";
import { CATALOGUE, isInCatalogue } from "./catalogue";
import * as thresholds from "./thresholds";

describe("the disclosure catalogue", () => {
  it("names declared measures and dimensions only, and every measure", () => {
    const named = new Set(CATALOGUE.flatMap(({ measures }) => measures));
    expect(MEASURES.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
    for (const { measures, dimensions } of CATALOGUE) {
      measures.forEach(knownMeasure);
      dimensions.filter((id) => id !== "all").forEach(knownDimension);
    }
  });

  it("names each cell once", () => {
    const cells = CATALOGUE.flatMap(({ levels, measures, dimensions, audience }) =>
      levels.flatMap((level) =>
        measures.flatMap((measure) =>
          dimensions.map((dimension) => `${level}:${measure}:${dimension}:${audience}`),
        ),
      ),
    );
    expect(cells.filter((cell, at) => cells.indexOf(cell) !== at)).toEqual([]);
  });

  it("forms a rate for rates, and never a rate from anything else", () => {
    for (const { measures, rule } of CATALOGUE) {
      for (const id of measures) {
        if (rule === "rate" || rule === "pooled-rate") expect(knownMeasure(id).rate, id).toBeDefined();
        else if (rule !== "sharing-choice") expect(knownMeasure(id).rate, id).toBeUndefined();
      }
    }
  });

  it.each([
    [
      "headcount of a region by band",
      { level: "region", measure: "headcount", dimension: "band", audience: "public" },
      true,
    ],
    [
      "a board's twelve specialisms",
      { level: "board", measure: "headcount", dimension: "specialism", audience: "public" },
      false,
    ],
    [
      "an organisation's headcount, to the public",
      { level: "organisation", measure: "headcount", dimension: "all", audience: "public" },
      false,
    ],
    [
      "an organisation's headcount, to members",
      { level: "organisation", measure: "headcount", dimension: "all", audience: "members" },
      true,
    ],
    [
      "a public figure, to members",
      { level: "board", measure: "vacancy-rate", dimension: "all", audience: "members" },
      true,
    ],
    [
      "an organisation's roles one by one",
      { level: "organisation", measure: "headcount", dimension: "role", audience: "members" },
      false,
    ],
    [
      "an organisation's establishment, while it shares nothing",
      { level: "organisation", measure: "establishment", dimension: "all", audience: "members" },
      false,
    ],
    [
      "registration of a board",
      { level: "board", measure: "headcount", dimension: "register", audience: "public" },
      true,
    ],
    [
      "a board's stability",
      { level: "board", measure: "stability", dimension: "all", audience: "public" },
      false,
    ],
    [
      "steps of a region's movers",
      { level: "region", measure: "movers", dimension: "step", audience: "public" },
      true,
    ],
    [
      "steps of a board's movers",
      { level: "board", measure: "movers", dimension: "step", audience: "public" },
      false,
    ],
    [
      "steps of an organisation's movers, to members",
      { level: "organisation", measure: "movers", dimension: "step", audience: "members" },
      false,
    ],
  ] as const)("%s: %j is %s", (_, of, expected) => expect(isInCatalogue(of)).toBe(expected));
});

it("holds the numbers of the disclosure rules", () => {
  expect({ ...thresholds }).toEqual({
    B: 5,
    W: 4,
    N_BREAK: 10,
    N_ORG: 3,
    N_CAT: 50,
    N_RATE: 50,
    N_RATE_ORGANISATION: 20,
    N_DECIMAL: 500,
    N_MEAN: 20,
    N_DIST: 10,
    MAX_DRAW: 4,
    CENSUSES_POOLED: 3,
  });
});
