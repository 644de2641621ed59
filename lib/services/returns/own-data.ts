import { deviceSums, postSums, staffSums } from "@/db/queries/cube";
import { draftParts, type ReceivedPart, returnId, submissionParts } from "@/db/queries/parts";
import { submissionsOf } from "@/db/queries/submissions";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { type OwnFigures, ownFigures } from "@/lib/measures/own-figures";
import { publishedAge } from "@/lib/measures/return-codes";
import { ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { own } from "../standing";

export type OwnData = {
  /** What the next release will count. */
  approved: OwnFigures | null;
  /** What waits for approval. */
  waiting: OwnFigures | null;
  /** What is in work, where its files have no errors. */
  draft: OwnFigures | null;
};

async function figuresOf(reader: Reader, parts: readonly ReceivedPart[]): Promise<OwnFigures> {
  const ids = (part: string) => parts.filter((sent) => sent.part === part).map((sent) => sent.id);
  const deviceFiles = [...ids("devices"), ...ids("assets")];
  return ownFigures({
    staff: (await staffSums(reader, ids("workforce"))).map((row) => ({ ...row, age: publishedAge(row.age) })),
    posts: await postSums(reader, ids("workforce")),
    devices: deviceFiles.length > 0 ? await deviceSums(reader, deviceFiles) : null,
  });
}

/** An organisation's exact figures, from its own files: for its own people only. */
export async function ownData(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; census: string },
): Promise<Result<OwnData>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (reader) => {
    const id = await returnId(reader, args.census, args.organisation);
    if (id === null) return ok({ approved: null, waiting: null, draft: null });
    const submissions = await submissionsOf(reader, id);
    const inState = async (state: "approved" | "submitted") => {
      const found = submissions.find((submission) => submission.state === state);
      return found ? figuresOf(reader, await submissionParts(reader, found.id)) : null;
    };
    const draft = await draftParts(reader, id);
    const readable =
      draft.some(({ part }) => part === "workforce") && draft.every(({ verdict }) => verdict === "accepted");
    return ok({
      approved: await inState("approved"),
      waiting: await inState("submitted"),
      draft: readable ? await figuresOf(reader, draft) : null,
    });
  });
}
