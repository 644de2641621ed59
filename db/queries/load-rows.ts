import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { escapeLiteral } from "pg";
import { from } from "pg-copy-streams";
import type { PartName } from "@/lib/returns/part";
import { smallFilesTable } from "../declared-tables";
import type { Transaction } from "../transaction";

export type RowsGiven = {
  part: PartName;
  partId: string;
  organisation: string;
  /** The columns of the text, in its order. */
  columns: readonly string[];
};

/** Rows of a file on their way into the database. */
export type RowLoad = {
  /** Takes COPY text of whole rows; resolves when there is room for more. */
  write(text: Buffer): Promise<void>;
  /** Ends the writing. The connection is free again; nobody can read the rows yet. */
  finish(): Promise<void>;
  /**
   * Makes the rows readable under row-level security; how many there are. From then until the transaction ends no other
   * file of the part is attached, of whomever: it belongs at the end of the transaction.
   */
  attach(): Promise<number>;
  /** Forgets what was written. */
  abandon(): Promise<void>;
};

/**
 * Loads a file's rows by COPY into a table of their own, attached to the part's table when asked to.
 * The transaction must be the organisation's own (role muster_intake); its connection is busy until finished or abandoned.
 */
export async function openRowLoad(transaction: Transaction, given: RowsGiven): Promise<RowLoad> {
  const key = [given.part, given.partId, given.organisation].map(escapeLiteral).join(", ");
  const table = `intake."rows_${given.partId.replaceAll("-", "")}"`;
  // Several statements in one message: a small file's rows cost less than the journeys to and from the server.
  await transaction.client.query(
    `SAVEPOINT rows; SELECT intake.stage_rows(${key}); SET LOCAL ROLE muster_loader`,
  );
  const columns = given.columns.map((column) => `"${column}"`).join(", ");
  const copy = transaction.client.query(from(`COPY ${table} (${columns}) FROM STDIN`));
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
      await transaction.client.query("SET LOCAL ROLE muster_intake");
    },
    async attach() {
      const [attached] = await transaction.rows<{ stored: string }>(
        "SELECT intake.attach_rows($1, $2, $3) AS stored",
        [given.part, given.partId, given.organisation],
      );
      return Number(attached?.stored);
    },
    async abandon() {
      // A failed COPY has aborted the transaction to the savepoint already.
      await end().catch(() => {});
      await transaction.rows("ROLLBACK TO SAVEPOINT rows");
    },
  };
}

/**
 * Loads a small file's rows into the table where they lie with those of others: all at once when they are attached, so
 * that nothing is to be taken back of a file that is not accepted. Only of a file that was written down by then, in the
 * same transaction.
 *
 * @param given the text says of each row also of which file and whose it is
 */
export function openSmallRowLoad(
  transaction: Transaction,
  { part, columns }: Pick<RowsGiven, "part" | "columns">,
): RowLoad {
  const pieces: Buffer[] = [];
  return {
    async write(text) {
      pieces.push(text);
    },
    async finish() {},
    async attach() {
      await transaction.become("muster_loader");
      const named = columns.map((column) => `"${column}"`).join(", ");
      const copy = transaction.client.query(
        from(`COPY intake.${smallFilesTable(part)} (${named}) FROM STDIN`),
      );
      await pipeline(pieces, copy);
      await transaction.become("muster_intake");
      return copy.rowCount;
    },
    async abandon() {
      pieces.length = 0;
    },
  };
}
