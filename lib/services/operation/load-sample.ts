import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadReferenceTables } from "@/db/queries/reference";
import { releases } from "@/db/queries/releases";
import { statesOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import type { Result } from "@/lib/result";
import { sampleTables } from "@/lib/sample/organisations";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";
import {
  SAMPLE_CENSUSES,
  SAMPLE_SEED,
  type SampleCollection,
  type SampleReturn,
  sampleNation,
} from "@/lib/sample/sample-nation";
import { usualIntervals } from "@/lib/sample/usual-intervals";
import { closeCollection, listCollections, openCollection } from "../collections/open-collection";
import { addPerson } from "../people/manage-people";
import { buildReleaseOf } from "../releases/build-release";
import { publishRelease } from "../releases/publish-release";
import { acknowledgeAll } from "../returns/acknowledge-warning";
import { approveReturn } from "../returns/approve-return";
import { receivePart } from "../returns/receive-part";
import { declareNil, type Submitted, submitReturn } from "../returns/submit-return";
import { currentSite, type Site } from "../site";

const FIRST_RUN: Viewer = { kind: "operator", name: "first run" };

/** The sample passes its own checks: a refusal here is a bug. */
function done<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`The sample could not be loaded: ${result.problem.message} ${result.problem.mend ?? ""}`);
  return result.value;
}

/**
 * Loads the sample nation, if the database holds no collection yet: through the services that a trust and an
 * administrator use, so that every file is checked, stored, submitted and approved, and both releases are built from
 * what is stored. Takes up where an interrupted first run stopped.
 */
export async function loadSampleIfEmpty({
  project,
  say,
  site = currentSite(),
}: {
  project: string;
  say: (line: string) => void;
  site?: Site;
}): Promise<void> {
  const present = await listCollections(site);
  if (present.some((collection) => !collection.synthetic)) return;
  const published = (await inTransaction(site.pool, { role: "muster_public" }, releases)).filter(
    (release) => release.status === "published",
  );
  // Asked before the nation is made: a second start has nothing to load.
  if (SAMPLE_CENSUSES.every((census) => published.some((release) => release.census === census))) return;
  const categories = await readFile(join(project, "data", "reference", "categories.csv"), "utf8");
  const nation = sampleNation(SAMPLE_SEED, done(usualIntervals(categories)));

  say("Loading the sample nation: 40 fictional organisations, two collections.");
  await inTransaction(site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, sampleTables(nation.organisations)),
  );
  // Before the collections, whose last publication is the sign that all is loaded.
  for (const person of DEMO_PEOPLE)
    done(await addPerson(site, FIRST_RUN, { ...person, password: DEMO_PASSWORD }));
  for (const collection of nation.collections) {
    if (published.some((release) => release.census === collection.census)) continue;
    await loadCollection(
      site,
      collection,
      nation.organisations.map(({ code }) => code),
    );
    say(`Published ${collection.census}.`);
  }
}

async function loadCollection(
  site: Site,
  { census, status, returns }: SampleCollection,
  organisations: string[],
) {
  if (!(await listCollections(site)).some((collection) => collection.census === census))
    done(
      await openCollection(site, FIRST_RUN, {
        census,
        title: `Census of ${census}`,
        opens: census,
        closes: null,
        synthetic: true,
        organisations,
      }),
    );
  const states = await inTransaction(site.pool, { role: "muster_operator" }, (reader) =>
    statesOf(reader, census),
  );
  const approved = new Set(
    states.filter(({ state }) => state === "approved").map(({ organisation }) => organisation),
  );
  for (const sampleReturn of returns)
    if (!approved.has(sampleReturn.organisation.code)) await loadReturn(site, census, sampleReturn);
  if (status === "closed") done(await closeCollection(site, FIRST_RUN, { census }));
  const { release } = done(await buildReleaseOf(site, FIRST_RUN, { census }));
  done(await publishRelease(site, FIRST_RUN, { number: release }));
}

async function loadReturn(site: Site, census: string, sampleReturn: SampleReturn): Promise<void> {
  if (sampleReturn.state === "not_returned") return;
  const organisation = sampleReturn.organisation.code;
  const { submission } =
    sampleReturn.state === "nil"
      ? done(
          await declareNil(site, FIRST_RUN, {
            organisation,
            census,
            reason: "served",
            servedBy: sampleReturn.servedBy,
          }),
        )
      : await sendFiles(site, census, organisation, sampleReturn.files);
  done(await approveReturn(site, FIRST_RUN, { organisation, submission }));
}

async function sendFiles(
  site: Site,
  census: string,
  organisation: string,
  files: { workforce: string; devices: string },
): Promise<Submitted> {
  for (const part of ["workforce", "devices"] as const) {
    const bytes = Buffer.from(files[part]);
    const { partId } = done(
      await receivePart(site, FIRST_RUN, {
        organisation,
        census,
        part,
        serviceUnit: "",
        fileName: `${part}.csv`,
        source: (async function* () {
          yield bytes;
        })(),
        declaredLength: bytes.length,
      }),
    );
    done(
      await acknowledgeAll(site, FIRST_RUN, { organisation, partId, reason: "As the sample nation has it." }),
    );
  }
  return done(await submitReturn(site, FIRST_RUN, { organisation, census }));
}
