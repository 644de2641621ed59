import {
  type Acknowledgement,
  acknowledgementsOf,
  earlierAcknowledgements,
} from "@/db/queries/acknowledgements";
import { partById } from "@/db/queries/parts";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { own } from "../standing";

/** Why a file's warnings are right all the same, by rule. */
export type Reasons = {
  given: ReadonlyMap<string, Acknowledgement>;
  /** What was said last of another file of the same part: a suggestion, until somebody gives it for this one. */
  earlier: ReadonlyMap<string, Acknowledgement>;
};

/** The reasons given for a file's warnings, and those given before that could be given again. */
export async function readReasons(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; partId: string },
): Promise<Result<Reasons>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (reader) => {
    const part = await partById(reader, args.partId);
    if (!part) return fail("no-such-file", "There is no such file in this return.", "Open the return again.");
    const given = await acknowledgementsOf(reader, part.id);
    const earlier = await earlierAcknowledgements(reader, { ...args, ...part, partId: part.id });
    const byCode = (reasons: Acknowledgement[]) => new Map(reasons.map((each) => [each.code, each]));
    return ok({ given: byCode(given), earlier: byCode(earlier) });
  });
}
