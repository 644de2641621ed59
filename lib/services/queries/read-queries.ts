import { type Query, queriesOf, type Side } from "@/db/queries/queries";
import { returnId } from "@/db/queries/returns";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import type { Viewer } from "@/lib/access/viewer";
import { ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { speakerFor } from "./query-side";

/** A question about a return, with what was said in it. */
export type ReturnQuery = Query;

/** The questions about a return, as this viewer's side sees them, those that wait first. */
export async function readQueries(
  site: Site,
  viewer: Viewer,
  { organisation, census, side }: { organisation: string; census: string; side?: Side },
): Promise<Result<Query[]>> {
  const speaker = speakerFor(viewer, organisation, side);
  if (!speaker) return refusal(viewer, "read the exact return", organisation);
  return inTransaction(site.pool, speaker.standing, async (reader) => {
    const id = await returnId(reader, census, organisation);
    return ok(id === null ? [] : await queriesOf(reader, speaker.eyes, id));
  });
}
