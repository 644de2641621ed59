import type { ReferenceTables } from "@/lib/places/reference-tables";
import type { CategoryFacts } from "./category-facts";
import { nationHistory, type State } from "./history";
import { NATION_CENSUSES, NATION_SEED } from "./life";
import { type Mess, withMesses } from "./messy/messy-nation";
import { isOpenOn, type NationOrganisation, nationOrganisations } from "./organisations";
import type { NationFile } from "./part-file";
import { nationTables } from "./places";
import { notReturned } from "./responses";
import { returnFiles } from "./return-files";
import { type Truth, truthOf } from "./truth";

/** What one organisation does at one census. Files are made when they are asked for, and are the same each time. */
export type NationReturn = { organisation: NationOrganisation } & (
  | { state: "returned"; files: () => NationFile[] }
  /** Employs no clinical engineers, or leaves its return to a host: zero of its own, not missing. */
  | { state: "nil"; reason: "served"; servedBy: string }
  | { state: "nil"; reason: "contracted" | "none"; servedBy: null }
  /** `wouldSend`: what it has ready, for a demo submitter to try. */
  | { state: "not_returned"; wouldSend: () => NationFile[] }
);

export type NationCollection = {
  census: string;
  status: "closed" | "open";
  /** The organisations in force at the census, in code order. */
  returns: readonly NationReturn[];
};

export type Nation = {
  seed: number;
  organisations: readonly NationOrganisation[];
  /** Places, memberships and successions, beside those of the real places. */
  tables: ReferenceTables;
  /** Oldest first. */
  collections: readonly NationCollection[];
  truth: () => Truth;
  /** How files were spoilt, and what is to come of each; empty in a clean nation. */
  messes: readonly Mess[];
};

export type NationOptions = {
  /** From `readCategoryFacts`: the project's own table of device categories. */
  categories: ReadonlyMap<string, CategoryFacts>;
  seed?: number;
  /** The first so many of the organisations, and the last so many of the collections. */
  organisations?: number;
  collections?: number;
  /** Spoils a file in each way that the data dictionary lists under "Messy files". */
  messy?: boolean;
};

/**
 * The sample nation: fictional organisations, what each sends to each collection, and the truth behind it. A pure
 * function of its arguments. Fewer organisations or collections are a part of the same nation, to the byte: everybody
 * is simulated, whoever is asked for.
 */
export function nation({ categories, seed = NATION_SEED, messy = false, ...size }: NationOptions): Nation {
  const all = nationOrganisations(seed);
  const history = nationHistory(seed, all, categories);
  const organisations = all.slice(0, size.organisations ?? all.length);
  const asked = new Set(organisations.map(({ code }) => code));
  const collections = NATION_CENSUSES.map((census, position): NationCollection => {
    const states = history[position] as ReadonlyMap<string, State>;
    const missing = notReturned(seed, all, census);
    return {
      census,
      status: position === NATION_CENSUSES.length - 1 ? "open" : "closed",
      returns: all
        .filter((each) => asked.has(each.code) && isOpenOn(each, census))
        .map((each) => returnOf(each, missing, () => returnFiles(seed, each, census, states, categories))),
    };
  });
  const wanted = collections.slice(-(size.collections ?? NATION_CENSUSES.length));
  return {
    seed,
    organisations,
    tables: nationTables(organisations),
    ...(messy ? withMesses(wanted) : { collections: wanted, messes: [] }),
    truth: () => truthOf(seed, organisations, history),
  };
}

function returnOf(
  organisation: NationOrganisation,
  missing: ReadonlySet<string>,
  files: () => NationFile[],
): NationReturn {
  const { code, servedBy, nil } = organisation;
  if (servedBy !== null) return { organisation, state: "nil", reason: "served", servedBy };
  if (nil !== null) return { organisation, state: "nil", reason: nil, servedBy: null };
  if (missing.has(code)) return { organisation, state: "not_returned", wouldSend: files };
  return { organisation, state: "returned", files };
}
