import { statesOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { closeCollection, listCollections, openCollection } from "../collections/open-collection";
import { buildReleaseOf } from "../releases/build-release";
import { publishRelease } from "../releases/publish-release";
import { approveReturn } from "../returns/approve-return";
import type { Site } from "../site";
import { enterSampleLedger, type SampleLedger } from "./sample-ledger";
import type { CollectionToLoad } from "./sample-to-load";
import { done, sendReturn } from "./send-return";

/** In whose name the sample is loaded. */
export const FIRST_RUN: Viewer = { kind: "operator", name: "first run" };

/** Returns on their way at once: while one waits for the database another is checked. */
const RETURNS_AT_ONCE = 3;

/** How often the progress is told, in returns. */
const TOLD_EVERY = 50;

export type Told = {
  say: (line: string) => void;
  /** Stops it between two returns, or before the build. */
  signal?: AbortSignal;
};

/** What a collection is loaded with, besides what it is sent. */
export type Loading = Told & {
  /** The disclosure decisions that its release keeps to; none where they are taken as it is built. */
  decided?: SampleLedger | null;
};

/**
 * Opens a collection of the sample where it is not open yet, sends what is not approved yet, closes it if it is to be,
 * and publishes it from what is there.
 */
export async function loadCollection(
  site: Site,
  collection: CollectionToLoad,
  { say, signal, decided }: Loading,
): Promise<void> {
  const { census, status, organisations } = collection;
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
  if (decided) done(await enterSampleLedger(site, FIRST_RUN, { ...decided, census }), census);
  await sendAnswers(site, collection, { say, signal });
  if (signal?.aborted) return;
  if (status === "closed") done(await closeCollection(site, FIRST_RUN, { census }), census);
  await publishCollection(site, census, { say });
}

/**
 * Sends the answers of an open collection that are not approved yet, and approves them.
 *
 * @param told the signal stops it between two returns
 */
export async function sendAnswers(
  site: Site,
  { census, answers }: Pick<CollectionToLoad, "census" | "answers">,
  { say, signal }: Told,
): Promise<void> {
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
}

/** Builds a collection's release and publishes it: from every answer that is approved by now. */
export async function publishCollection(
  site: Site,
  census: string,
  { say }: Pick<Told, "say">,
): Promise<void> {
  const { release } = done(await buildReleaseOf(site, FIRST_RUN, { census }), census);
  done(await publishRelease(site, FIRST_RUN, { number: release }), census);
  say(`Published ${census}, as release ${release}.`);
}
