import { enqueue } from "@/db/jobs";
import { addressesOf } from "@/db/queries/people";
import type { Transaction } from "@/db/transaction";
import type { Site } from "../site";

/**
 * Tells all administrators but the one who speaks by mail that something about releases waits for them. The mail says
 * where, and no figure: it travels outside the site, where no right holds. The transaction is the operator's role
 * again afterwards.
 */
export async function tellAdministrators(
  transaction: Transaction,
  site: Site,
  { speaker, path, subject, text }: { speaker: string | null; path: string; subject: string; text: string },
): Promise<void> {
  await transaction.become("muster_account");
  const addresses = await addressesOf(transaction, "administrator", null, speaker);
  await transaction.become("muster_operator");
  const page = site.url ? ` Sign in to read it:\n${site.url.replace(/\/$/, "")}${path}\n` : "\n";
  for (const address of addresses)
    await enqueue(site.pool, transaction, "mail", {
      to: address,
      subject: `Muster: ${subject}`,
      text: `${text}${page}`,
    });
}
