import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { from } from "pg-copy-streams";
import type { PartName } from "@/lib/returns/part";
import type { Transaction } from "../transaction";

export type RowsGiven = {
  part: PartName;
  partId: string;
  organisation: string;
  /** The columns of the text, in its order; `line` among them. */
  columns: readonly string[];
  /** COPY text format, in pieces of any size. */
  text: AsyncIterable<string> | AsyncIterable<Buffer>;
};

/**
 * Loads a file's rows by COPY into a table of their own and attaches it to the part's table, where row-level security
 * holds. The transaction must be the organisation's own (role muster_intake). Returns how many rows are stored.
 */
export async function loadRows(transaction: Transaction, given: RowsGiven): Promise<number> {
  const staged = await transaction.rows<{ name: string }>("SELECT intake.stage_rows($1, $2, $3) AS name", [
    given.part,
    given.partId,
    given.organisation,
  ]);
  const columns = given.columns.map((column) => `"${column}"`).join(", ");
  await transaction.become("muster_loader");
  await pipeline(
    Readable.from(given.text, { objectMode: false }),
    transaction.client.query(from(`COPY intake."${staged[0]?.name}" (${columns}) FROM STDIN`)),
  );
  await transaction.become("muster_intake");
  const attached = await transaction.rows<{ stored: string }>("SELECT intake.attach_rows($1, $2, $3) AS stored", [
    given.part,
    given.partId,
    given.organisation,
  ]);
  return Number(attached[0]?.stored);
}
