import { isPublishedAt } from "@/lib/disclosure/catalogue";
import { MEASURES } from "@/lib/measures/catalogue";
import { DIMENSIONS } from "@/lib/measures/dimensions";
import { CATEGORIES } from "../categories-table";
import { CHANGES_TABLE } from "../changes-table";
import { FIGURES } from "../figures-table";
import { MEASURES_TABLE } from "../measures-table";
import { PLACES_TABLE } from "../places-table";
import { RATES_TABLE } from "../rates-table";
import { RELEASES_TABLE } from "../releases-table";
import { SCORES_TABLE } from "../scores-table";
import type { ApiParameter, Endpoint } from "./endpoint";

export const LEVELS = ["united_kingdom", "nation", "region", "board", "organisation"] as const;

/** The measures of which anything is published, base ones too. */
export const PUBLISHED_MEASURES: readonly string[] = MEASURES.map(({ id }) => id).filter((id) =>
  LEVELS.some((level) => isPublishedAt(level, id)),
);

const RELEASE: ApiParameter = {
  name: "release",
  in: "path",
  words: "A release: r1, r2 … It never changes. latest leads to the newest",
  example: "latest",
  pattern: "^(latest|r[1-9][0-9]{0,5})$",
};
const PLACE_CODE = "^[A-Za-z0-9]{3,9}$";
const filter = (name: string, words: string, example: string, of: Partial<ApiParameter>): ApiParameter => ({
  name,
  in: "query",
  words,
  example,
  many: true,
  ...of,
});
const PAGES: readonly ApiParameter[] = [
  {
    name: "page",
    in: "query",
    words: "Which page of the rows, from 1",
    example: "1",
    between: [1, 100_000],
    otherwise: "1",
  },
  {
    name: "per_page",
    in: "query",
    words: "How many rows to a page",
    example: "100",
    between: [1, 1000],
    otherwise: "100",
  },
];
const LEVEL = filter("level", "Only places of this level", "region", { oneOf: LEVELS });
const PLACE = filter("place", "Only this place, by its code", "Y56", { pattern: PLACE_CODE });
const MEASURE = filter("measure", "Only this measure", "vacancy-rate", { oneOf: PUBLISHED_MEASURES });
const DIMENSION = filter("dimension", "Only this breakdown; all for totals", "all", {
  oneOf: ["all", ...DIMENSIONS.map(({ id }) => id)],
});

/** Every endpoint. Figures are those of everyone's pages: nothing else can be asked for. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    id: "listReleases",
    path: "/releases",
    title: "Releases",
    words: "Every release there is or was, the newest first, and how each stands now.",
    parameters: [...PAGES],
    answer: { kind: "list", shape: RELEASES_TABLE },
  },
  {
    id: "getRelease",
    path: "/releases/{release}",
    title: "One release",
    words: "How a release stands: current, corrected, followed by a later census, or withdrawn.",
    parameters: [RELEASE],
    answer: { kind: "one", shape: RELEASES_TABLE },
  },
  {
    id: "listFigures",
    path: "/releases/{release}/figures",
    title: "Figures",
    words: "Figures of a release, with their range, or why there is none. Without a filter, all of them.",
    parameters: [
      RELEASE,
      PLACE,
      LEVEL,
      MEASURE,
      DIMENSION,
      filter("category", "Only this category of a breakdown; a + in it is written %2B", "all", {
        pattern: "^[A-Za-z0-9_+]{1,200}$",
      }),
      ...PAGES,
    ],
    answer: { kind: "list", shape: FIGURES },
  },
  {
    id: "getFigure",
    path: "/releases/{release}/figures/{cell_id}",
    title: "One figure",
    words: "One figure of a release by the name that it keeps in every release.",
    parameters: [
      RELEASE,
      {
        name: "cell_id",
        in: "path",
        words: "The name of the figure",
        example: "region:Y56:vacancy-rate:all:all:returned:public",
        pattern: "^[A-Za-z0-9_:+-]{1,300}$",
      },
    ],
    answer: { kind: "one", shape: FIGURES },
  },
  {
    id: "listPlaces",
    path: "/releases/{release}/places",
    title: "Places",
    words: "The places of a release: nations, regions, boards and organisations, on its boundaries.",
    parameters: [
      RELEASE,
      LEVEL,
      filter("part_of", "Only the places directly under this one", "E92000001", { pattern: PLACE_CODE }),
      ...PAGES,
    ],
    answer: { kind: "list", shape: PLACES_TABLE },
  },
  {
    id: "getPlace",
    path: "/releases/{release}/places/{place}",
    title: "One place",
    words: "A place of a release by its code.",
    parameters: [
      RELEASE,
      { name: "place", in: "path", words: "The code of the place", example: "Y56", pattern: PLACE_CODE },
    ],
    answer: { kind: "one", shape: PLACES_TABLE },
  },
  {
    id: "listMeasures",
    path: "/releases/{release}/measures",
    title: "Measures",
    words: "What each measure is, how it is formed, and for which levels it is published.",
    parameters: [RELEASE, ...PAGES],
    answer: { kind: "list", shape: MEASURES_TABLE },
  },
  {
    id: "getMeasure",
    path: "/releases/{release}/measures/{measure}",
    title: "One measure",
    words: "The definition of one measure.",
    parameters: [
      RELEASE,
      {
        name: "measure",
        in: "path",
        words: "The measure",
        example: "vacancy-rate",
        oneOf: PUBLISHED_MEASURES,
      },
    ],
    answer: { kind: "one", shape: MEASURES_TABLE },
  },
  {
    id: "listCategories",
    path: "/releases/{release}/categories",
    title: "Categories",
    words: "The categories of breakdowns that the release has figures of.",
    parameters: [RELEASE, { ...DIMENSION, words: "Only this breakdown", example: "role" }, ...PAGES],
    answer: { kind: "list", shape: CATEGORIES },
  },
  {
    id: "listChanges",
    path: "/releases/{release}/changes",
    title: "Changes of a correction",
    words:
      "The figures that are other than in the release that this one corrects, before and now. Of a release that corrects none there are no rows.",
    parameters: [RELEASE, PLACE, LEVEL, MEASURE, DIMENSION, ...PAGES],
    answer: { kind: "list", shape: CHANGES_TABLE },
  },
  {
    id: "listRates",
    path: "/releases/{release}/rates",
    title: "Rates of the supply model",
    words: "How often people leave and posts are filled, estimated from the returns behind a release.",
    parameters: [RELEASE, ...PAGES],
    answer: { kind: "list", shape: RATES_TABLE },
  },
  {
    id: "listScores",
    path: "/releases/{release}/scores",
    title: "Scores of earlier looks ahead",
    words: "How looks ahead from earlier releases did on the census of this one.",
    parameters: [RELEASE, ...PAGES],
    answer: { kind: "list", shape: SCORES_TABLE },
  },
];
