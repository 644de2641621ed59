import { measureById } from "@/lib/measures/catalogue";
import { dimensionById } from "@/lib/measures/dimensions";
import type { Level } from "@/lib/places/place";
import { fail, ok, type Result } from "@/lib/result";
import { readReleaseSegment } from "./place-address";
import { releaseSegment } from "./release-words";

/** All places of a level, as one choice. */
export const PLACE_GROUPS: Readonly<Record<string, Level>> = {
  nations: "nation",
  regions: "region",
  boards: "board",
};

/** What a table is to hold: places × measures × one breakdown × releases, each in the order in which it was chosen. */
export type TableChoice = {
  /** Codes, or names of groups. */
  places: readonly string[];
  measures: readonly string[];
  /** Null for totals. */
  by: string | null;
  /** Empty for the newest as it changes. */
  releases: readonly (number | "latest")[];
};

/** So many of a kind a table takes. */
const MOST = { places: 80, measures: 20, releases: 8 } as const;

/** Words that stand between the kinds of choice in an address; no place, measure or release is called so. */
const MARKS = { measures: "measures", by: "by", in: "in" } as const;

/** The segments of a choice: `regions/Y56/measures/headcount/by/age/in/r3`. */
export const choiceSegments = ({ places, measures, by, releases }: TableChoice): string[] => [
  ...places,
  MARKS.measures,
  ...measures,
  ...(by === null ? [] : [MARKS.by, by]),
  ...(releases.length === 0
    ? []
    : [MARKS.in, ...releases.map((one) => (one === "latest" ? one : releaseSegment(one)))]),
];

export const TABLE_ROOT = "/data/table";

/** The page of a table. */
export const tableHref = (choice: TableChoice): string =>
  [TABLE_ROOT, ...choiceSegments(choice).map(encodeURIComponent)].join("/");

export const CHOSEN_FORMATS = ["csv", "json", "xlsx"] as const;
export type ChosenFormat = (typeof CHOSEN_FORMATS)[number];

/** The same as a file. */
export const chosenFileHref = (choice: TableChoice, format: ChosenFormat): string =>
  ["/data/chosen", ...choiceSegments(choice).map(encodeURIComponent), `table.${format}`].join("/");

/**
 * Reads the segments of an address. Measures, breakdown and releases are known ones; whether there are such places and
 * releases only the database can tell. Null where nothing is chosen yet.
 */
export function readTableChoice(segments: readonly string[]): Result<TableChoice | null> {
  return segments.length === 0 ? ok(null) : checked(kindsOf(segments));
}

/** What of a choice that is no table stands in an address, so that a form shows it again. */
export function chosenSoFar(segments: readonly string[]): TableChoice {
  const { places, measures, by, in: releases } = kindsOf(segments);
  return {
    places,
    measures,
    by: by[0] ?? null,
    releases: releases.flatMap((segment) => readReleaseSegment(segment) ?? []),
  };
}

type Kinds = Readonly<Record<"places" | "measures" | "by" | "in", readonly string[]>>;

function kindsOf(segments: readonly string[]): Kinds {
  const kinds = { places: [] as string[], measures: [] as string[], by: [] as string[], in: [] as string[] };
  let kind: keyof Kinds = "places";
  for (const segment of segments) {
    if (segment === MARKS.measures || segment === MARKS.by || segment === MARKS.in) kind = segment;
    else if (!kinds[kind].includes(segment)) kinds[kind].push(segment);
  }
  return kinds;
}

function checked(given: Kinds): Result<TableChoice> {
  const { places, measures } = given;
  if (places.length === 0) return fail("nothing-chosen", "No place is chosen.", "Choose at least one place.");
  if (measures.length === 0)
    return fail("nothing-chosen", "No measure is chosen.", "Choose at least one measure.");
  const unknown = measures.find((id) => measureById(id) === undefined);
  if (unknown !== undefined) return fail("measures", `No measure is called “${unknown.slice(0, 60)}”.`);
  if (given.by.length > 1)
    return fail("too-many", "A table has one breakdown at a time.", "Choose one of them.");
  const by = given.by[0] ?? null;
  if (by !== null && dimensionById(by) === undefined)
    return fail("by", `There is no breakdown called “${by.slice(0, 60)}”.`);
  const releases: (number | "latest")[] = [];
  for (const segment of given.in) {
    const release = readReleaseSegment(segment);
    if (release === null)
      return fail("releases", `“${segment.slice(0, 20)}” is not a release: write r1, r2 … or latest.`);
    releases.push(release);
  }
  for (const [what, of] of [
    ["places", places],
    ["measures", measures],
    ["releases", releases],
  ] as const)
    if (of.length > MOST[what])
      return fail("too-many", `A table takes up to ${MOST[what]} ${what}; ${of.length} were chosen.`);
  return ok({ places, measures, by, releases });
}
