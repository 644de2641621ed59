import { type AuditEvent, eventsForOperators, eventsOf, firstBroken } from "@/db/queries/audit";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { own } from "../standing";

/** The newest events: an organisation's own for its people, all for administrators. */
export async function readAudit(
  site: Site,
  viewer: Viewer,
  args: { organisation: string | null; limit: number },
): Promise<Result<AuditEvent[]>> {
  if (args.organisation !== null && may(viewer, "read the exact return", args.organisation)) {
    const organisation = args.organisation;
    return inTransaction(site.pool, own(organisation), async (reader) =>
      ok(await eventsOf(reader, organisation, args.limit)),
    );
  }
  if (!may(viewer, "read the audit")) return refusal(viewer, "read the audit", args.organisation);
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) =>
    ok(await eventsForOperators(reader, args.organisation, args.limit)),
  );
}

/** The first event at which the chain of hashes breaks; null when nothing was changed or taken away. */
export async function auditIsWhole(
  site: Site,
  viewer: Viewer,
): Promise<Result<{ firstBroken: number | null }>> {
  if (!may(viewer, "read the audit")) return refusal(viewer, "read the audit");
  return inTransaction(site.pool, { role: "muster_operator" }, async (reader) =>
    ok({ firstBroken: await firstBroken(reader) }),
  );
}
