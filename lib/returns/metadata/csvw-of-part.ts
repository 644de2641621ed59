import type { Column, Part } from "../part";

/** Where a spreadsheet or a library finds what "CSV on the Web" means. */
const CONTEXT = "http://www.w3.org/ns/csvw";

const oneOf = (column: Column) => (column.allowed ?? []).map(({ value }) => value).join("|");

/** The datatype of a cell, of each member where the cell is a set. */
function datatypeOf(column: Column) {
  const { type, minimum, maximum, maxLength } = column;
  switch (type) {
    case "date":
      return { base: "date", format: "yyyy-MM-dd" };
    case "decimal":
    case "integer":
      return {
        base: type,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    case "yes_no":
      return { base: "boolean", format: "yes|no" };
    case "code":
    case "set":
      return column.allowed ? { base: "string", format: `^(${oneOf(column)})$` } : { base: "string" };
    case "text":
      return { base: "string", ...(maxLength === undefined ? {} : { maxLength }) };
  }
}

/**
 * What a part's file holds, for machines: W3C "CSV on the Web" metadata of `{part}.csv`, from the declaration alone.
 * It states the template's own spelling; what Muster accepts is wider.
 * Source: Metadata Vocabulary for Tabular Data, W3C Recommendation of 17 December 2015.
 */
export const csvwOf = (part: Part) => ({
  "@context": [CONTEXT, { "@language": "en" }] as const,
  url: `${part.name}.csv`,
  "dc:title": part.title,
  "dc:description": `One row is: ${part.rowIs}`,
  "schema:version": part.schemaVersion,
  dialect: { encoding: "utf-8", delimiter: ",", header: true },
  tableSchema: {
    columns: part.columns.map((column) => ({
      name: column.name,
      titles: [column.name, column.title],
      "dc:description": column.guidance,
      required: column.required === "always",
      datatype: datatypeOf(column),
      ...(column.type === "set" ? { separator: ";" } : {}),
    })),
  },
});
