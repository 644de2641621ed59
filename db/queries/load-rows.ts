import { once } from "node:events";
import { from } from "pg-copy-streams";
import type { PartName } from "@/lib/returns/part";
import type { Transaction } from "../transaction";

export type RowsGiven = {
  part: PartName;
  partId: string;
  organisation: string;
  /** The columns of the text, in its order. */
  columns: readonly string[];
};

export type RowLoad = {
  /** Takes COPY text of whole rows; resolves when there is room for more. */
  write(text: Buffer): Promise<void>;
  /** Makes the rows readable under row-level security; how many there are. */
  finish(): Promise<number>;
  /** Forgets what was written. */
  abandon(): Promise<void>;
};

/**
 * Loads a file's rows by COPY into a table of their own, attached to the part's table when finished.
 * The transaction must be the organisation's own (role muster_intake); its connection is busy until one of the two ends.
 */
export async function openRowLoad(transaction: Transaction, given: RowsGiven): Promise<RowLoad> {
  const key = [given.part, given.partId, given.organisation];
  await transaction.rows("SAVEPOINT rows");
  const staged = await transaction.rows<{ name: string }>(
    "SELECT intake.stage_rows($1, $2, $3) AS name",
    key,
  );
  await transaction.become("muster_loader");
  const columns = given.columns.map((column) => `"${column}"`).join(", ");
  const copy = transaction.client.query(from(`COPY intake."${staged[0]?.name}" (${columns}) FROM STDIN`));
  let failure: Error | undefined;
  copy.on("error", (error) => {
    failure = error;
  });
  const end = async () => {
    copy.end();
    if (!failure) await once(copy, "finish");
    if (failure) throw failure;
  };
  return {
    async write(text) {
      if (failure) throw failure;
      if (!copy.write(text)) await once(copy, "drain");
    },
    async finish() {
      await end();
      await transaction.become("muster_intake");
      const attached = await transaction.rows<{ stored: string }>(
        "SELECT intake.attach_rows($1, $2, $3) AS stored",
        key,
      );
      return Number(attached[0]?.stored);
    },
    async abandon() {
      // A failed COPY has aborted the transaction to the savepoint already.
      await end().catch(() => {});
      await transaction.rows("ROLLBACK TO SAVEPOINT rows");
    },
  };
}
