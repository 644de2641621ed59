import { placesOfRelease } from "@/db/queries/published/places";
import { formatCount } from "@/lib/format/number";
import { type BuiltTable, builtTables } from "@/lib/published/built-table";
import type { Release } from "@/lib/published/release";
import { statusOf } from "@/lib/published/release-status";
import { chosenSoFar, readTableChoice, type TableChoice, tableHref } from "@/lib/published/table-choice";
import { type Offer, offerOf } from "@/lib/published/table-offer";
import type { Problem } from "@/lib/result";
import { type PlaceChoice, placeChoices } from "./compare-page";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";
import { CELLS_FILED, planOf, sourcesOf } from "./table-plan";

/** So many cells stand on a page. */
const CELLS_SHOWN = 2_000;

export type TablePage = {
  site: SiteFacts;
  /** What there is to choose from; null while nothing is published. */
  offer: (Offer & { places: readonly PlaceChoice[]; releases: readonly Release[] }) | null;
  /** As it was read, as far as it could be; null where nothing is chosen. */
  choice: TableChoice | null;
  /** The same with every release by its number. */
  fixed: TableChoice | null;
  tables: readonly BuiltTable[];
  /** How each release of it stands. */
  standings: readonly string[];
  problem: Problem | null;
  moved: string | null;
};

/** The page of a table, or what there is to choose from. */
export function readTablePage(segments: readonly string[]): Promise<Published<TablePage> | null> {
  return readPublished(async (db) => {
    const site = await siteFacts(db);
    const places = site.latest ? await placesOfRelease(db, site.latest.number) : [];
    const page: TablePage = {
      site,
      offer: site.latest && {
        ...offerOf(),
        places: placeChoices(new Map(places.map((place) => [place.code, place]))),
        releases: site.releases.filter(({ status }) => status !== "withdrawn"),
      },
      choice: null,
      fixed: null,
      tables: [],
      standings: [],
      problem: null,
      moved: null,
    };
    const choice = readTableChoice(segments);
    if (!choice.ok) return { ...page, choice: chosenSoFar(segments), problem: choice.problem };
    if (choice.value === null || site.latest === null) return page;
    const read = await planOf(db, site, choice.value);
    if (!read.ok) return { ...page, choice: choice.value, problem: read.problem };
    const plan = read.value;
    const { fixed, cells } = plan;
    if (choice.value.releases.includes("latest")) return { ...page, moved: tableHref(fixed) };
    const told = { ...page, choice: choice.value, fixed };
    if (cells > CELLS_SHOWN) return { ...told, problem: tooMany(cells) };
    const sources = await sourcesOf(db, plan);
    return {
      ...told,
      tables: builtTables(sources, { ...fixed, places: plan.codes }),
      standings: sources.map(({ release }) => statusOf(site.releases, release)),
    };
  });
}

/** What is too much for a page may be had as a file. */
const tooMany = (cells: number): Problem => ({
  code: "too-many",
  message: `${formatCount(cells)} cells are too many for a page, which holds ${formatCount(CELLS_SHOWN)}: ${
    cells > CELLS_FILED ? "choose less" : "take them as a file, or choose less"
  }.`,
});
