import { categoriesOf, figuresWhere, totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import type { Reader } from "@/db/transaction";
import type { TableSource } from "@/lib/published/built-table";
import { indexFigures } from "@/lib/published/figure-index";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { PLACE_GROUPS, type TableChoice } from "@/lib/published/table-choice";
import { whyNoBreakdown } from "@/lib/published/table-offer";
import { fail, ok, type Result } from "@/lib/result";
import { releaseFor } from "./place-page";
import type { SiteFacts } from "./site-facts";

/** So many cells stand in a file. */
export const CELLS_FILED = 20_000;

type Part = { release: Release; places: readonly PublishedPlace[]; categories: readonly string[] };

/** What a choice asks for, before any figure is read. */
export type TablePlan = {
  /** The choice with every release by its number. */
  fixed: TableChoice;
  codes: readonly string[];
  parts: readonly Part[];
  /** How many figures that is at most. */
  cells: number;
};

/** Looks up the releases and places of a choice. What there is not is a problem, with what there is. */
export async function planOf(db: Reader, site: SiteFacts, choice: TableChoice): Promise<Result<TablePlan>> {
  const noBreakdown = whyNoBreakdown(choice);
  if (noBreakdown !== null) return fail("by", noBreakdown);
  const releases: Release[] = [];
  for (const asked of choice.releases.length === 0 ? [null] : choice.releases) {
    const found = releaseFor(site, asked);
    if (!found.ok) return found;
    if (found.value === null) return fail("release", "No release has been published yet.");
    if (!releases.includes(found.value)) releases.push(found.value);
  }
  const parts: Part[] = [];
  for (const release of releases)
    parts.push({
      release,
      places: await placesOfRelease(db, release.number),
      categories: choice.by === null ? ["all"] : await categoriesOf(db, release.number, choice.by),
    });
  const codes = codesOf(parts, choice.places);
  if (!codes.ok) return codes;
  const columns = parts.reduce((sum, { categories }) => sum + categories.length, 0);
  return ok({
    fixed: { ...choice, releases: releases.map(({ number }) => number) },
    codes: codes.value,
    parts,
    cells: codes.value.length * choice.measures.length * columns,
  });
}

/** The codes of the chosen places, and of groups by name, each once. */
function codesOf(parts: readonly Part[], chosen: readonly string[]): Result<string[]> {
  const all = new Map(parts.flatMap(({ places }) => places.map((place) => [place.code, place])));
  const ofLevel = (level: string) =>
    [...all.values()].filter((place) => place.level === level).sort((a, b) => (a.name < b.name ? -1 : 1));
  const codes = new Set<string>();
  for (const one of chosen) {
    const level = PLACE_GROUPS[one];
    const place = all.get(one);
    if (level !== undefined) for (const { code } of ofLevel(level)) codes.add(code);
    else if (!place)
      return fail(
        "place",
        `No place of the chosen releases has the code “${one.slice(0, 20)}”. Give the code of a nation, region or board, or all at once: ${Object.keys(PLACE_GROUPS).join(", ")}.`,
      );
    else if (place.level === "organisation")
      return fail(
        "organisation",
        `${place.name} is one organisation, and figures of one organisation are not public. Choose nations, regions or boards.`,
      );
    else codes.add(one);
  }
  return ok([...codes]);
}

/** The public figures of a plan in one release. */
export const figuresOfPlan = (db: Reader, { fixed, codes }: TablePlan, release: Release) =>
  figuresWhere(
    db,
    release.number,
    { places: codes, measures: fixed.measures, dimensions: [fixed.by ?? "all"] },
    { from: 0, size: CELLS_FILED },
  );

/** What the tables of a plan are built from. */
export async function sourcesOf(db: Reader, plan: TablePlan): Promise<TableSource[]> {
  const sources: TableSource[] = [];
  for (const { release, places, categories } of plan.parts) {
    const figures = await figuresOfPlan(db, plan, release);
    // Reasons rest on the totals of a place.
    const totals = await totalsOfPlaces(db, release.number, plan.codes);
    sources.push({
      release,
      places: new Map(places.map((place) => [place.code, place])),
      figures: indexFigures([...figures, ...totals]),
      categories,
    });
  }
  return sources;
}
