/** A property of another vocabulary, which CSVW lets stand anywhere: `dc:title`. */
const COMMON = { "^[a-z]+:[A-Za-z]+$": true };

const naturalLanguage = {
  anyOf: [
    { type: "string" },
    { type: "array", items: { type: "string" }, minItems: 1 },
    { type: "object", additionalProperties: { anyOf: [{ type: "string" }, { type: "array" }] } },
  ],
};

const inherited = {
  aboutUrl: { type: "string" },
  default: { type: "string" },
  lang: { type: "string" },
  null: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
  ordered: { type: "boolean" },
  propertyUrl: { type: "string" },
  required: { type: "boolean" },
  separator: { type: ["string", "null"] },
  textDirection: { enum: ["ltr", "rtl", "auto", "inherit"] },
  valueUrl: { type: "string" },
};

const NUMERIC = ["decimal", "integer", "number", "double", "float", "nonNegativeInteger"];

const datatype = {
  type: "object",
  required: ["base"],
  additionalProperties: false,
  patternProperties: COMMON,
  properties: {
    base: { enum: [...NUMERIC, "string", "boolean", "date", "dateTime", "gYearMonth", "anyURI"] },
    format: { type: "string" },
    length: { type: "integer", minimum: 0 },
    minLength: { type: "integer", minimum: 0 },
    maxLength: { type: "integer", minimum: 0 },
    minimum: { type: ["number", "string"] },
    maximum: { type: ["number", "string"] },
  },
  allOf: [
    {
      description: "Lengths are of texts only, and bounds of numbers and dates only (sections 5.11.2).",
      if: { properties: { base: { enum: ["string", "anyURI"] } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { not: { anyOf: [{ required: ["minimum"] }, { required: ["maximum"] }] } },
      else: { not: { anyOf: [{ required: ["maxLength"] }, { required: ["minLength"] }] } },
    },
    {
      if: { properties: { base: { const: "boolean" } }, required: ["format"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { properties: { format: { pattern: "^[^|]+\\|[^|]+$" } } },
    },
    {
      if: { properties: { base: { const: "date" } }, required: ["format"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: {
        properties: {
          format: {
            enum: ["yyyy-MM-dd", "yyyyMMdd", "dd-MM-yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy"],
          },
        },
      },
    },
  ],
};

const column = {
  type: "object",
  additionalProperties: false,
  patternProperties: COMMON,
  required: ["name", "titles", "datatype"],
  properties: {
    ...inherited,
    name: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_.]*$" },
    titles: naturalLanguage,
    suppressOutput: { type: "boolean" },
    virtual: { type: "boolean" },
    datatype,
  },
};

/**
 * Table metadata of "CSV on the Web", as JSON Schema: the properties of sections 5.4 to 5.11 of the Metadata Vocabulary
 * for Tabular Data (W3C Recommendation, 17 December 2015), of which nothing else may stand in such a file.
 */
export const CSVW_TABLE_SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  additionalProperties: false,
  patternProperties: COMMON,
  required: ["@context", "url", "tableSchema"],
  properties: {
    "@context": {
      type: "array",
      items: [{ const: "http://www.w3.org/ns/csvw" }, { type: "object" }],
      minItems: 2,
      maxItems: 2,
    },
    "@id": { type: "string" },
    "@type": { const: "Table" },
    ...inherited,
    url: { type: "string" },
    notes: { type: "array" },
    suppressOutput: { type: "boolean" },
    tableDirection: { enum: ["rtl", "ltr", "auto"] },
    transformations: { type: "array" },
    dialect: {
      type: "object",
      additionalProperties: false,
      properties: {
        commentPrefix: { type: ["string", "null"] },
        delimiter: { type: "string" },
        doubleQuote: { type: "boolean" },
        encoding: { type: "string" },
        header: { type: "boolean" },
        headerRowCount: { type: "integer", minimum: 0 },
        lineTerminators: {},
        quoteChar: { type: ["string", "null"] },
        skipBlankRows: { type: "boolean" },
        skipColumns: { type: "integer", minimum: 0 },
        skipInitialSpace: { type: "boolean" },
        skipRows: { type: "integer", minimum: 0 },
        trim: {},
      },
    },
    tableSchema: {
      type: "object",
      additionalProperties: false,
      patternProperties: COMMON,
      required: ["columns"],
      properties: {
        ...inherited,
        columns: { type: "array", minItems: 1, items: column },
        foreignKeys: { type: "array" },
        primaryKey: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
        rowTitles: {},
      },
    },
  },
};
