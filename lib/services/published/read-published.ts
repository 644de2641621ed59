import { applicationPool } from "@/db/pool";
import { readEdition } from "@/db/queries/published/edition";
import { inTransaction, type Reader } from "@/db/transaction";
import { watchEditions } from "./edition-watch";

/** What was read, and the edition it was read from (or older: see `readEdition`). */
export type Published<T> = { edition: number; value: T };

/**
 * Reads published things as the public may: its database role sees public rows of visible releases and nothing else.
 * Null while `next build` runs: a build has no database, and what it renders is never served.
 */
export async function readPublished<T>(work: (db: Reader) => Promise<T>): Promise<Published<T> | null> {
  if (process.env.NEXT_PHASE === "phase-production-build") return null;
  const pool = applicationPool();
  if (process.env.MUSTER_APP_URL) watchEditions(process.env.MUSTER_APP_URL);
  return inTransaction(pool, { role: "muster_public" }, async (db) => {
    const edition = await readEdition(db);
    return { edition, value: await work(db) };
  });
}
