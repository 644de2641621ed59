import { collections } from "@/db/queries/collections";
import { draftParts } from "@/db/queries/draft-parts";
import { type ReceivedPart, submissionParts } from "@/db/queries/parts";
import { baseOf } from "@/db/queries/published/bases";
import { referenceTables } from "@/db/queries/reference";
import { releases } from "@/db/queries/releases";
import { returnId } from "@/db/queries/returns";
import { approvedOf, submissionsOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { latestRelease } from "@/lib/published/release";
import { ok, type Result } from "@/lib/result";
import type { SharedYear } from "@/lib/supply/expectation";
import { sharedFirstLook } from "@/lib/supply/first-look";
import type { Site } from "../site";
import { own } from "../standing";
import { readStandardsFiles } from "../workload/standards-files";
import { type OwnStage, ownStage } from "./own-stage";
import { sameFiles } from "./previous-version";

export type OwnData = {
  /** What the next release will count. */
  approved: OwnStage | null;
  /** What waits for approval. */
  waiting: OwnStage | null;
  /** What is in work, where its files have no errors and are others than those of a version. */
  draft: OwnStage | null;
};

type Asked = { organisation: string; census: string };

/** An organisation's exact figures, from its own files: for its own people only. */
export async function ownData(site: Site, viewer: Viewer, args: Asked): Promise<Result<OwnData>> {
  const { organisation, census } = args;
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  const standards = await readStandardsFiles(process.env.MUSTER_PROJECT ?? process.cwd());
  if (!standards.ok) return standards;
  const ahead = await nationAhead(site, args);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const id = await returnId(reader, census, organisation);
    if (id === null) return ok({ approved: null, waiting: null, draft: null });
    const [past] = (await collections(reader)).filter((one) => one.census < census);
    const before = past ? await approvedOf(reader, past.census) : [];
    const submissions = await submissionsOf(reader, id);
    const asked = { ...args, ...ahead, before, standards: standards.value };
    const partsIn = async (state: "approved" | "submitted") => {
      const found = submissions.find((submission) => submission.state === state);
      return found ? await submissionParts(reader, found.id) : null;
    };
    const stageOf = async (parts: readonly ReceivedPart[] | null) =>
      parts && (await ownStage(reader, parts, asked));
    const approved = await partsIn("approved");
    const waiting = await partsIn("submitted");
    const draft = await draftParts(reader, id);
    const readable =
      draft.some(({ part }) => part === "workforce") && draft.every(({ verdict }) => verdict === "accepted");
    const known = [approved, waiting].some((parts) => parts !== null && sameFiles(parts, draft));
    return ok({
      approved: await stageOf(approved),
      waiting: await stageOf(waiting),
      draft: readable && !known ? await stageOf(draft) : null,
    });
  });
}

/** The organisation's nation, and what the nation's first look ahead says, as everybody may know it. */
export const nationAhead = (
  site: Site,
  { organisation, census }: Asked,
): Promise<{ nation: string | null; shared: readonly SharedYear[] | null }> =>
  inTransaction(site.pool, { role: "muster_public" }, async (reader) => {
    const places = placesAsAt(await referenceTables(reader), census);
    const nation = ancestorsOf(places, organisation).find(({ level }) => level === "nation")?.code ?? null;
    const newest = latestRelease(await releases(reader));
    const base = newest && nation ? await baseOf(reader, newest.number, nation) : null;
    return { nation, shared: base && sharedFirstLook(base.fit.population) };
  });
