import type { Column, Part } from "../part";

const oneOf = (column: Column) => (column.allowed ?? []).map(({ value }) => value);

const FIELD_TYPE = {
  date: "date",
  decimal: "number",
  integer: "integer",
  yes_no: "boolean",
  code: "string",
  set: "string",
  text: "string",
} as const;

function constraintsOf(column: Column) {
  const { type, minimum, maximum, maxLength } = column;
  const values = oneOf(column);
  return {
    ...(column.required === "always" ? { required: true } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(type === "code" && values.length > 0 ? { enum: values } : {}),
    ...(type === "set" && values.length > 0
      ? { pattern: `(${values.join("|")})(;(${values.join("|")}))*` }
      : {}),
  };
}

/**
 * The Frictionless data package of a return: a table schema for each part, from the declarations alone. It states the
 * template's own spelling; what Muster accepts is wider.
 * Source: Data Package and Table Schema, specs.frictionlessdata.io, version 1.
 */
export const dataPackageOf = (parts: readonly Part[]) => ({
  profile: "tabular-data-package",
  name: "muster-return",
  title: "A return to Muster",
  description:
    "The files of one organisation’s return of its clinical engineering staff, devices and work. Only workforce is needed; send devices or assets, not both.",
  resources: parts.map((part) => ({
    profile: "tabular-data-resource",
    name: part.name,
    path: `${part.name}.csv`,
    title: part.title,
    description: `One row is: ${part.rowIs}`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      missingValues: [""],
      fields: part.columns.map((column) => ({
        name: column.name,
        title: column.title,
        description: column.guidance,
        type: FIELD_TYPE[column.type],
        ...(column.type === "date" ? { format: "%Y-%m-%d" } : {}),
        ...(column.type === "yes_no" ? { trueValues: ["yes"], falseValues: ["no"] } : {}),
        constraints: constraintsOf(column),
      })),
    },
  })),
});
