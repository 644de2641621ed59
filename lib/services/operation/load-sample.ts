import { withQuickCommits } from "@/db/pool";
import { loadReferenceTables } from "@/db/queries/reference";
import { releases } from "@/db/queries/releases";
import { statesOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from "@/lib/sample/people";
import { closeCollection, listCollections, openCollection } from "../collections/open-collection";
import { addPerson } from "../people/manage-people";
import { buildReleaseOf } from "../releases/build-release";
import { publishRelease } from "../releases/publish-release";
import { approveReturn } from "../returns/approve-return";
import { currentSite, type Site } from "../site";
import {
  type CollectionToLoad,
  censusesOf,
  type SampleName,
  type SampleSize,
  type SampleToLoad,
  sampleHeld,
  sampleToLoad,
} from "./sample-to-load";
import { done, sendReturn } from "./send-return";

const FIRST_RUN: Viewer = { kind: "operator", name: "first run" };

/** Returns on their way at once: while one waits for the database another is checked. */
const RETURNS_AT_ONCE = 3;

/** How often the progress is told, in returns. */
const TOLD_EVERY = 50;

export type SampleLoad = {
  project: string;
  /** Which sample; null takes the one that the database holds, and the small one for an empty database. */
  asked?: SampleName | null;
  /** A part of it, for tests. */
  size?: SampleSize;
  say: (line: string) => void;
  /** The process's own, on a pool that does not wait for the disk, where none is given. */
  site?: Site;
  /** Stops it between two returns, or before a build; the next start takes it up there. */
  signal?: AbortSignal;
};

/**
 * Loads a sample nation, if the database holds no collection of real organisations: through the services that a trust
 * and an administrator use, so that every file is checked, stored, submitted and approved, and every release is built
 * from what is stored. Oldest collection first, since a release rests on those before it: changes, stability, and the
 * years that a small board is pooled over. Takes up where an interrupted first run stopped.
 */
export function loadSampleIfEmpty({ site, ...load }: SampleLoad): Promise<void> {
  if (site) return loadInto(site, load);
  return withQuickCommits((pool) => loadInto({ ...currentSite(), pool }, load));
}

async function loadInto(
  site: Site,
  { project, asked = null, size = {}, say, signal }: Omit<SampleLoad, "site">,
): Promise<void> {
  const present = await listCollections(site);
  if (present.some((collection) => !collection.synthetic)) return;
  const held = sampleHeld(present.at(-1)?.census, asked, size);
  if (held === "unknown") return;
  const name = held ?? asked ?? "small";
  if (asked !== null && name !== asked)
    say(
      `The database holds the sample “${name}” and keeps it: for “${asked}” set MUSTER_STATE to a new folder.`,
    );
  const published = (await inTransaction(site.pool, { role: "muster_public" }, releases)).filter(
    ({ status }) => status === "published",
  );
  const isPublished = (census: string) => published.some((release) => release.census === census);
  // Asked before the nation is made: a second start has nothing to load.
  if (censusesOf(name, size).every(isPublished)) return;

  const { organisations, tables, collections } = await sampleToLoad(project, name, size);
  say(
    `Loading the sample nation: ${organisations} fictional organisations, ${collections.length} collections.`,
  );
  await inTransaction(site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, tables),
  );
  // Before the collections, whose last publication is the sign that all is loaded.
  for (const person of demoPeopleOf(tables))
    done(await addPerson(site, FIRST_RUN, { ...person, password: DEMO_PASSWORD }), person.email);
  for (const collection of collections) {
    if (isPublished(collection.census)) continue;
    await loadCollection(site, collection, { say, signal });
    if (signal?.aborted) return;
    say(`Published ${collection.census}.`);
  }
}

/** The demonstration's people; in a part of the sample, those whose organisations are in it. */
function demoPeopleOf({ places }: SampleToLoad["tables"]): DemoPerson[] {
  const codes = new Set(places.map(({ code }) => code));
  return DEMO_PEOPLE.filter(({ memberships }) =>
    memberships.every(({ organisation }) => organisation === null || codes.has(organisation)),
  );
}

type Told = Pick<SampleLoad, "say" | "signal">;

async function loadCollection(
  site: Site,
  collection: CollectionToLoad,
  { say, signal }: Told,
): Promise<void> {
  const { census, status, organisations, answers } = collection;
  if (!(await listCollections(site)).some((there) => there.census === census))
    done(
      await openCollection(site, FIRST_RUN, {
        census,
        title: `Census of ${census}`,
        opens: census,
        closes: null,
        synthetic: true,
        organisations,
      }),
      census,
    );
  const states = await inTransaction(site.pool, { role: "muster_operator" }, (reader) =>
    statesOf(reader, census),
  );
  const approved = new Set(
    states.filter(({ state }) => state === "approved").map(({ organisation }) => organisation),
  );
  const waiting = answers.filter(({ organisation }) => !approved.has(organisation));
  let loaded = answers.length - waiting.length;
  const submitted = new Map(
    states.filter(({ state }) => state === "submitted").map(({ organisation, id }) => [organisation, id]),
  );
  const queue = waiting.values();
  let failed = false;
  const load = async () => {
    for (const answer of queue) {
      if (signal?.aborted || failed) return;
      const { organisation } = answer;
      // Cut off between the two: only its approval is left.
      const submission = submitted.get(organisation) ?? (await sendReturn(site, FIRST_RUN, census, answer));
      done(await approveReturn(site, FIRST_RUN, { organisation, submission }), `${organisation} ${census}`);
      loaded += 1;
      if (loaded % TOLD_EVERY === 0) say(`${census}: ${loaded} of ${answers.length} returns.`);
    }
  };
  try {
    await Promise.all(Array.from({ length: RETURNS_AT_ONCE }, load));
  } finally {
    failed = true;
  }
  if (signal?.aborted) return;
  if (status === "closed") done(await closeCollection(site, FIRST_RUN, { census }), census);
  const { release } = done(await buildReleaseOf(site, FIRST_RUN, { census }), census);
  done(await publishRelease(site, FIRST_RUN, { number: release }), census);
}
