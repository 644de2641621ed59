import { failedMail } from "@/db/jobs";
import { type Collection, collectionAt, frameOf } from "@/db/queries/collections";
import { organisationsWith } from "@/db/queries/people";
import { publishedSizes } from "@/db/queries/published/sizes";
import { openQueries } from "@/db/queries/queries";
import { referenceTables } from "@/db/queries/reference";
import { type SubmissionState, statesOf } from "@/db/queries/submissions";
import { extensionsOf } from "@/db/queries/windows";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { fail, ok, type Result } from "@/lib/result";
import { answeredByRegion, type RegionAnswered } from "@/lib/returns/answered-by-region";
import { daysLate } from "@/lib/returns/window";
import { today } from "../returns/open-window";
import type { Site } from "../site";

export type WatchedOrganisation = {
  code: string;
  name: string;
  state: SubmissionState | "not_returned";
  kind: string | null;
  /** Since when it stands so. */
  at: string | null;
  /** Days past its due day: of its answer, or of today while it has not answered. */
  daysLate: number;
  extendedUntil: string | null;
  openQueries: number;
  /** Whether it has a submitter who can be written to. */
  reachable: boolean;
};

export type Watched = {
  collection: Collection;
  organisations: WatchedOrganisation[];
  regions: RegionAnswered[];
  /** Mail of late that could not be sent after every try. */
  failedMail: number;
};

/** Who has answered a collection, how far, how late, and what is still asked. States only: nothing of what was said. */
export async function watchCollection(
  site: Site,
  viewer: Viewer,
  args: { census: string },
): Promise<Result<Watched>> {
  if (!may(viewer, "watch a collection")) return refusal(viewer, "watch a collection");
  return inTransaction(site.pool, { role: "muster_operator" }, async (transaction) => {
    const collection = await collectionAt(transaction, args.census);
    if (!collection)
      return fail(
        "no-such-collection",
        `There is no collection for ${args.census}.`,
        "Choose one of the collections listed.",
      );
    const tables = await referenceTables(transaction);
    const organisations = await watched(transaction, site, collection, tables);
    const sizes = await publishedSizes(
      transaction,
      organisations.map(({ code }) => code),
    );
    const regionOf = regionsAt(tables, args.census);
    return ok({
      collection,
      organisations,
      regions: answeredByRegion(
        organisations.map(({ code, state }) => ({
          region: regionOf(code),
          answered: state === "approved",
          size: sizes.get(code) ?? null,
        })),
        "All asked",
      ),
      failedMail: await failedMail(transaction),
    });
  });
}

async function watched(
  reader: Reader,
  site: Site,
  collection: Collection,
  tables: ReferenceTables,
): Promise<WatchedOrganisation[]> {
  const { census, closes, status } = collection;
  const names = new Map(tables.places.map((place) => [place.code, place.name]));
  const states = new Map((await statesOf(reader, census)).map((state) => [state.organisation, state]));
  const extended = new Map(
    (await extensionsOf(reader, census)).map(({ organisation, until }) => [organisation, until]),
  );
  const queries = await openQueries(reader, census);
  const reachable = await organisationsWith(reader, "submitter");
  return (await frameOf(reader, census)).map((code) => {
    const state = states.get(code);
    const extendedUntil = extended.get(code) ?? null;
    const answered = state?.state === "approved" || state?.state === "submitted";
    return {
      code,
      name: names.get(code) ?? code,
      state: state?.state ?? ("not_returned" as const),
      kind: state?.kind ?? null,
      at: state?.at ?? null,
      daysLate: daysLate(
        { status, closes, extendedUntil },
        answered ? (state?.at ?? "").slice(0, 10) : today(site),
      ),
      extendedUntil,
      openQueries: queries.get(code) ?? 0,
      reachable: reachable.has(code),
    };
  });
}

/** The region of an organisation at the census; its nation where there are no regions. */
function regionsAt(tables: ReferenceTables, census: string): (code: string) => string {
  const hierarchy = placesAsAt(tables, census);
  return (code) => {
    const above = ancestorsOf(hierarchy, code).filter((place) => place.code !== UNITED_KINGDOM);
    const region = above.find(({ level }) => level === "region") ?? above.at(-1);
    return region?.name ?? "No region known";
  };
}
