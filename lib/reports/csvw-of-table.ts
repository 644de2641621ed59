import type { CellType, TableShape } from "./table";

/** Where a library finds what "CSV on the Web" means. */
const CONTEXT = "http://www.w3.org/ns/csvw";

const DATATYPES: Readonly<Record<CellType, { base: string; format?: string }>> = {
  text: { base: "string" },
  integer: { base: "integer" },
  number: { base: "decimal" },
  date: { base: "date", format: "yyyy-MM-dd" },
  yes_no: { base: "boolean", format: "yes|no" },
};

/** What travels with a file besides its columns. */
export type FileFacts = { description: string; licence: string; citation: string; source: string };

/**
 * What a table's CSV holds, for machines: W3C "CSV on the Web" metadata, found beside the file under its name with
 * `-metadata.json` after it.
 * Source: Metadata Vocabulary for Tabular Data, W3C Recommendation of 17 December 2015.
 */
export const csvwOfTable = (table: TableShape, facts: FileFacts) => ({
  "@context": [CONTEXT, { "@language": "en" }] as const,
  url: `${table.id}.csv`,
  "dc:title": table.title,
  "dc:description": `One row is: ${table.rowIs}. ${facts.description}`,
  "dc:license": facts.licence,
  "dc:bibliographicCitation": facts.citation,
  "dc:source": facts.source,
  dialect: { encoding: "utf-8", delimiter: ",", header: true },
  tableSchema: {
    columns: table.columns.map(({ name, title, type, words, required }) => ({
      name,
      titles: [name, title],
      "dc:description": words,
      required: required === true,
      datatype: DATATYPES[type],
    })),
    primaryKey: [...table.key],
  },
});
