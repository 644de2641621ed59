import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withQuickCommits } from "@/db/pool";
import { frameOf } from "@/db/queries/collections";
import { loadReferenceTables } from "@/db/queries/reference";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { type Release, seriesOf } from "@/lib/published/release";
import { NATION_CENSUSES } from "@/lib/sample/nation/life";
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from "@/lib/sample/people";
import { listCollections } from "../collections/open-collection";
import { addPerson } from "../people/manage-people";
import { currentSite, type Site } from "../site";
import { FIRST_RUN, type Loading, loadCollection, publishCollection, type Told } from "./load-collection";
import {
  isLedgerOf,
  ledgerPath,
  readSampleLedger,
  type SampleLedger,
  sampleLedgerText,
} from "./sample-ledger";
import {
  type CollectionToLoad,
  censusesOf,
  type SampleName,
  type SampleSize,
  type SampleToLoad,
  sampleHeld,
  sampleToLoad,
  sizeOf,
} from "./sample-to-load";
import { done } from "./send-return";

export type SampleLoad = Told & {
  project: string;
  /** Which sample; null takes the one that the database holds, and the whole nation for an empty database. */
  asked?: SampleName | null;
  /** A part of the nation in place of those with a name, for tests. */
  size?: SampleSize;
  /** Where the ledger is kept that is made where the committed one is of other files. */
  state?: string;
  /** The process's own, on a pool that does not wait for the disk, where none is given. */
  site?: Site;
};

/** What is left once the newest release is up: of which censuses, and the loading of it. */
export type RestOfSample = { censuses: readonly string[]; load: () => Promise<void> };

/**
 * Loads a sample nation, if the database holds no collection of real organisations: through the services that a trust
 * and an administrator use, so that every file is checked, stored, submitted and approved, and every release is built
 * from what is stored. Takes up where an interrupted first run stopped.
 */
export async function loadSampleIfEmpty(load: SampleLoad): Promise<void> {
  const rest = await loadNewestOfSample(load);
  await rest?.load();
}

/**
 * The part of it that visitors wait for: the newest collection, published from what it has by itself. The rest, null
 * where nothing is left, loads the earlier ones, oldest first, since a release rests on those before it (changes,
 * stability, the years that a small board is pooled over), and at the end publishes the newest again, with them.
 */
export function loadNewestOfSample(load: SampleLoad): Promise<RestOfSample | null> {
  return onSiteOf(load, async (site) => {
    const plan = await planOf(site, load);
    if (!plan) return null;
    const { collections, inWords, tables } = plan.sample;
    const [newest, ...earlier] = collections.toReversed();
    if (!newest) return null;
    load.say("Loading the sample nation.");
    for (const line of inWords) load.say(line);
    await inTransaction(site.pool, { role: "muster_operator" }, (transaction) =>
      loadReferenceTables(transaction.client, tables),
    );
    // Before the collections, whose last publication is the sign that all is loaded.
    for (const person of demoPeopleOf(tables))
      done(await addPerson(site, FIRST_RUN, { ...person, password: DEMO_PASSWORD }), person.email);
    const whole = load.size === undefined && collections.length === NATION_CENSUSES.length;
    const decided = whole ? await committedLedger(site, load, collections) : null;
    if (!plan.published.has(newest.census)) await loadCollection(site, newest, { ...load, decided });
    if (load.signal?.aborted || earlier.length === 0) return null;
    return {
      censuses: earlier.map(({ census }) => census).toReversed(),
      load: () =>
        onSiteOf(load, async (again) => {
          await loadEarlier(again, newest, earlier.toReversed(), { ...load, decided });
          if (whole && !decided && !load.signal?.aborted) await keepLedger(again, load, collections);
        }),
    };
  });
}

/** The committed ledger if it is of these files; null, and said, where it is of others. */
async function committedLedger(
  site: Site,
  { project, say }: SampleLoad,
  collections: readonly CollectionToLoad[],
): Promise<SampleLedger | null> {
  const committed = await readSampleLedger(project);
  if (isLedgerOf(site, committed, collections)) return committed;
  say(
    `${ledgerPath(project)} is the ledger of other files than the sample's: what it decides is decided anew.`,
  );
  return null;
}

async function keepLedger(
  site: Site,
  { project, state, say }: SampleLoad,
  collections: readonly CollectionToLoad[],
): Promise<void> {
  if (state === undefined) return;
  const path = join(state, "sample-ledger.json");
  await writeFile(path, await sampleLedgerText(site, collections));
  say(`The new ledger is ${path}: to keep to it, put it in the place of ${ledgerPath(project)}.`);
}

const onSiteOf = <T>({ site }: SampleLoad, work: (site: Site) => Promise<T>): Promise<T> =>
  site ? work(site) : withQuickCommits((pool) => work({ ...currentSite(), pool }));

/** The published release of each census. */
async function publishedAt(site: Site): Promise<Map<string, Release>> {
  const known = await inTransaction(site.pool, { role: "muster_public" }, releases);
  return new Map(seriesOf(known).map((release) => [release.census, release]));
}

/** What to load, and what of it is published; null where there is nothing to do. */
async function planOf(
  site: Site,
  { project, asked = null, size, say }: SampleLoad,
): Promise<{ sample: SampleToLoad; published: ReadonlyMap<string, Release> } | null> {
  const present = await listCollections(site);
  if (present.some((collection) => !collection.synthetic)) return null;
  const name = await sampleToTake(site, present, asked, say);
  const wanted = size ?? (name && sizeOf(name));
  if (!wanted) return null;
  const published = await publishedAt(site);
  const censuses = censusesOf(wanted);
  // Asked before the nation is made: a second start has nothing to load.
  if (censuses.every((census) => published.has(census)) && !lacksEarlier(published, censuses)) return null;
  return { sample: await sampleToLoad(project, wanted), published };
}

/**
 * The sample that the database holds, whatever is asked for; the one asked for, or the whole nation, for an empty one.
 * Null where what it holds is none of ours.
 */
async function sampleToTake(
  site: Site,
  present: readonly { census: string }[],
  asked: SampleName | null,
  say: SampleLoad["say"],
): Promise<SampleName | null> {
  if (present.length === 0) return asked ?? "nation";
  const newest = present.find(({ census }) => censusesOf({}).includes(census));
  if (!newest) return null;
  const { census } = newest;
  const frame = await inTransaction(site.pool, { role: "muster_operator" }, (reader) =>
    frameOf(reader, census),
  );
  const held = sampleHeld({ census, asked: frame.length });
  if (held !== null && asked !== null && held !== asked)
    say(
      `The database holds the sample “${held}” and keeps it: for “${asked}” set MUSTER_STATE to a new folder.`,
    );
  return held;
}

/**
 * Whether the newest census is published as it was before an earlier one was there: by a release that corrects none,
 * with a lower number. One that corrects another has been made with what was there, by this or by an administrator.
 */
function lacksEarlier(published: ReadonlyMap<string, Release>, censuses: readonly string[]): boolean {
  const [newest, ...earlier] = censuses.toReversed().map((census) => published.get(census));
  if (!newest || newest.replaces !== null) return false;
  return earlier.some((release) => release !== undefined && release.number > newest.number);
}

async function loadEarlier(
  site: Site,
  newest: CollectionToLoad,
  earlier: readonly CollectionToLoad[],
  told: Loading,
): Promise<void> {
  for (const collection of earlier) {
    if (!(await publishedAt(site)).has(collection.census)) await loadCollection(site, collection, told);
    if (told.signal?.aborted) return;
  }
  const censuses = [...earlier, newest].map(({ census }) => census);
  if (lacksEarlier(await publishedAt(site), censuses)) await publishCollection(site, newest.census, told);
}

/** The demonstration's people; in a part of the sample, those whose organisations are in it. */
function demoPeopleOf({ places }: SampleToLoad["tables"]): DemoPerson[] {
  const codes = new Set(places.map(({ code }) => code));
  return DEMO_PEOPLE.filter(({ memberships }) =>
    memberships.every(({ organisation }) => organisation === null || codes.has(organisation)),
  );
}
