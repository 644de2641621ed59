import type { Figure } from "@/lib/disclosure/figure";
import type { Level } from "@/lib/places/place";
import { indexFigures } from "./figure-index";
import type { PublishedPlace, Release } from "./release";
import type { Scene } from "./scene";

export const releaseOf = (change: Partial<Release> = {}): Release => ({
  number: 2,
  census: "2026-03-31",
  status: "published",
  builtAt: "2026-11-20T10:00:00Z",
  publishedAt: "2026-11-20T11:00:00Z",
  hash: "0".repeat(64),
  geographyDate: "2026-04-01",
  synthetic: true,
  collectionOpen: false,
  ruleSet: "1",
  codeVersion: "test",
  note: null,
  replaces: null,
  about: null,
  withdrawnAt: null,
  ...change,
});

const place = (
  code: string,
  level: Level,
  name: string,
  parent: string | null,
  more: Partial<PublishedPlace> = {},
) =>
  ({
    code,
    level,
    name,
    parent,
    kind: null,
    synthetic: false,
    response: null,
    ...more,
  }) satisfies PublishedPlace;

export const PLACES: readonly PublishedPlace[] = [
  place("K02000001", "united_kingdom", "United Kingdom", null),
  place("E92000001", "nation", "England", "K02000001"),
  place("W92000004", "nation", "Wales", "K02000001"),
  place("Y56", "region", "London", "E92000001"),
  place("Y60", "region", "Midlands", "E92000001"),
  place("QKK", "board", "NHS South East London Integrated Care Board", "Y56"),
  place("QMF", "board", "NHS North East London Integrated Care Board", "Y56"),
  place("QWE", "board", "NHS South West London Integrated Care Board", "Y56"),
  place("ZS001", "organisation", "Sample Trust 001, acute", "QKK", { synthetic: true, response: "returned" }),
  place("ZS002", "organisation", "Sample Trust 002, acute", "QKK", {
    synthetic: true,
    response: "not_returned",
  }),
];

type Given = Partial<Figure> & Pick<Figure, "place" | "measure">;

/** A figure of the public, exact unless a range is given. */
export function figureOf(given: Given): Figure {
  const figure = {
    level: "region",
    dimension: "all",
    category: "all",
    basis: "returned",
    audience: "public",
    symbol: null,
    ...given,
  } as Figure;
  const value = given.value ?? null;
  const cellId = `${figure.level}:${figure.place}:${figure.measure}:${figure.dimension}:${figure.category}:${figure.basis}:${figure.audience}`;
  return { ...figure, cellId, value, low: given.low ?? value, high: given.high ?? value };
}

export const sceneOf = (figures: readonly Given[], change: Partial<Scene> = {}): Scene => ({
  release: releaseOf(),
  places: new Map(PLACES.map((one) => [one.code, one])),
  figures: indexFigures(figures.map(figureOf)),
  earlier: [],
  ...change,
});

export const placeOf = (code: string): PublishedPlace => {
  const found = PLACES.find((one) => one.code === code);
  if (!found) throw new Error(`The fixture has no place ${code}`);
  return found;
};
