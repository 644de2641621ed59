import type { CellType, TableShape } from "./table";

const FIELD: Readonly<Record<CellType, object>> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  date: { type: "date", format: "%Y-%m-%d" },
  yes_no: { type: "boolean", trueValues: ["yes"], falseValues: ["no"] },
};

export type PackageFacts = {
  name: string;
  title: string;
  description: string;
  version: string;
  created: string | null;
  homepage: string | null;
  licences: readonly { name: string; title: string; path?: string }[];
  sources: readonly { title: string }[];
};

/**
 * The Frictionless data package of tables: each with its schema, its key and what it refers to.
 * Source: Data Package, Table Schema and Tabular Data Resource, specs.frictionlessdata.io, version 1.
 */
export const dataPackageOfTables = (tables: readonly TableShape[], facts: PackageFacts) => ({
  profile: "tabular-data-package",
  name: facts.name,
  title: facts.title,
  description: facts.description,
  version: facts.version,
  ...(facts.created === null ? {} : { created: facts.created }),
  ...(facts.homepage === null ? {} : { homepage: facts.homepage }),
  licenses: facts.licences,
  sources: facts.sources,
  resources: tables.map((table) => ({
    profile: "tabular-data-resource",
    name: table.id,
    path: `${table.id}.csv`,
    title: table.title,
    description: `One row is: ${table.rowIs}`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      missingValues: [""],
      fields: table.columns.map(({ name, title, type, words, required }) => ({
        name,
        title,
        description: words,
        ...FIELD[type],
        constraints: required ? { required: true } : {},
      })),
      primaryKey: [...table.key],
      ...(table.references
        ? {
            foreignKeys: table.references.map(({ column, table: resource, of }) => ({
              fields: column,
              reference: { resource, fields: of },
            })),
          }
        : {}),
    },
  })),
});
