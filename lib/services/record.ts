import { insertEvent } from "@/db/queries/audit";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";

/** Writes what the viewer did into the audit, in the same transaction as the deed. Call it last before returning. */
export async function record(
  transaction: Transaction,
  viewer: Viewer,
  deed: { verb: string; organisation?: string | null; subject: string; detail?: Record<string, unknown> },
): Promise<void> {
  if (viewer.kind === "public") throw new Error("The public writes nothing.");
  await insertEvent(transaction, {
    actorKind: viewer.kind,
    person: viewer.kind === "person" ? viewer.person : null,
    verb: deed.verb,
    organisation: deed.organisation ?? null,
    subject: deed.subject,
    detail: viewer.kind === "operator" ? { operator: viewer.name, ...deed.detail } : (deed.detail ?? {}),
  });
}
