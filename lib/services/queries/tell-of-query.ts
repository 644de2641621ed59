import { enqueue } from "@/db/jobs";
import { addressesOf } from "@/db/queries/people";
import type { Side } from "@/db/queries/queries";
import type { Standing, Transaction } from "@/db/transaction";
import type { Role } from "@/lib/access/viewer";
import type { Site } from "../site";

type Told = {
  organisation: string;
  census: string;
  to: Side;
  what: "asked" | "answered";
  /** Whose own word it is: they know of it. */
  speaker: string | null;
};

const PEOPLE_OF: Readonly<Record<Side, readonly Role[]>> = {
  organisation: ["submitter", "approver"],
  administrator: ["administrator"],
};

/**
 * Tells the people of one side by mail that something waits for them. The mail says where, and nothing of what was
 * asked: it travels outside the site, where no right holds.
 */
export async function tellOfQuery(
  transaction: Transaction,
  site: Site,
  back: Standing,
  { organisation, census, to, what, speaker }: Told,
): Promise<void> {
  await transaction.become("muster_account");
  const addresses = new Set<string>();
  for (const role of PEOPLE_OF[to])
    for (const address of await addressesOf(
      transaction,
      role,
      to === "organisation" ? organisation : null,
      speaker,
    ))
      addresses.add(address);
  await transaction.become(back.role);
  const path =
    to === "organisation"
      ? `/returns/${organisation}/queries?census=${census}`
      : `/admin/collections/${census}/${organisation}`;
  const page = site.url ? `:\n${site.url.replace(/\/$/, "")}${path}\n` : ".\n";
  for (const address of addresses)
    await enqueue(site.pool, transaction, "mail", {
      to: address,
      subject: `Muster: a question about the return of ${organisation} ${what === "asked" ? "waits for your answer" : "is answered"}`,
      text: `A question about the return of ${organisation} to the census of ${census} ${what === "asked" ? "waits for your answer" : "has been answered"}. Sign in to read it${page}`,
    });
}
