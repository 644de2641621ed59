import type { Release } from "@/lib/published/release";
import { releaseSegment } from "@/lib/published/release-words";
import type { Table } from "@/lib/reports/table";
import { tableCsv } from "@/lib/reports/table-csv";
import { tableJson } from "@/lib/reports/table-json";

/** A file as it is answered. */
export type FoundFile = {
  kind: "found";
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** Null for what a program reads where it stands. */
  fileName: string | null;
};

/** A table as text, and what the text is. */
export const writtenTable = (table: Table, format: "csv" | "json") =>
  format === "csv"
    ? { body: tableCsv(table), type: "text/csv; charset=utf-8" }
    : { body: tableJson(table), type: "application/json; charset=utf-8" };

/** A name by which a file is told from others once it is kept: `muster-synthetic-r3-Y56.csv`. */
export const fileNameOf = (
  { synthetic, number }: Pick<Release, "synthetic" | "number">,
  parts: readonly (string | null)[],
  extension: string,
): string =>
  `${["muster", synthetic ? "synthetic" : null, releaseSegment(number), ...parts].filter((part) => part !== null).join("-")}.${extension}`;
