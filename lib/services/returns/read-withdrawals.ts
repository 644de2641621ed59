import { type Withdrawal, withdrawalsOf } from "@/db/queries/withdrawals";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { own } from "../standing";

export type { Withdrawal };

/** Which versions of a return were sent back or withdrawn, and why, newest first: for its own people. */
export async function readWithdrawals(
  site: Site,
  viewer: Viewer,
  args: { organisation: string; census: string },
): Promise<Result<Withdrawal[]>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (reader) =>
    ok(await withdrawalsOf(reader, args.organisation, args.census)),
  );
}
