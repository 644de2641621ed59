import type { CellType, TableShape } from "@/lib/reports/table";
import { NAMES_LICENCE, OPEN_GOVERNMENT_LICENCE } from "../citation";
import { API_CHANGES, API_VERSION } from "./api-changes";
import { PROBLEM_TITLES } from "./api-problem";
import { API_ROOT, type ApiParameter, type Endpoint } from "./endpoint";
import { ENDPOINTS } from "./endpoints";
import { EXAMPLES } from "./examples";

/** The part of a JSON Schema that the document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  default?: number | string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
};

const TYPES: Readonly<Record<CellType, Schema>> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  date: { type: "string", format: "date" },
  yes_no: { type: "boolean" },
};

/** The name of a row of a table: `places` is `Place`. */
export const schemaName = ({ id }: TableShape): string =>
  ({ categories: "Category" })[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replace(/s$/, "");

/** A row: every name is always there, and null where there is nothing to say. */
const rowSchema = ({ columns, rowIs }: TableShape): Schema => ({
  type: "object",
  description: `One row is ${rowIs}`,
  properties: Object.fromEntries(
    columns.map(({ name, type, words, required }) => {
      const schema = TYPES[type];
      return [
        name,
        { ...schema, type: required ? schema.type : [String(schema.type), "null"], description: words },
      ];
    }),
  ),
  required: columns.map(({ name }) => name),
});

const nullable = (type: string, description: string): Schema => ({ type: [type, "null"], description });
const object = (properties: Record<string, Schema>, description: string): Schema => ({
  type: "object",
  description,
  properties,
  required: Object.keys(properties),
});

const COMMON: Readonly<Record<string, Schema>> = {
  About: object(
    {
      release: nullable("integer", "Number of the release"),
      census: nullable("string", "Its census date"),
      synthetic: { type: "boolean", description: "Whether its figures are invented" },
      current: { type: ["boolean", "null"], description: "Whether it is the newest" },
      standing: nullable("string", "How it stands, with the release to read instead"),
      citation: nullable("string", "How it is cited"),
      licence: { type: "string", description: "Under what it may be used" },
      documentation: { type: "string", description: "Where the interface is explained" },
    },
    "What travels with every answer",
  ),
  Page: object(
    {
      number: { type: "integer", description: "Which page this is, from 1" },
      size: { type: "integer", description: "How many rows a page has" },
      total: { type: "integer", description: "How many rows there are" },
      next: nullable("string", "Address of the next page"),
      previous: nullable("string", "Address of the page before"),
    },
    "Where in the rows this is",
  ),
  Problem: object(
    {
      type: { type: "string", description: "Where the kind of problem is explained" },
      title: { type: "string", description: "The kind of problem" },
      status: { type: "integer", description: "The status of the answer" },
      detail: { type: "string", description: "What is wrong, with the value" },
      instance: { type: "string", description: "The address that was asked for" },
    },
    "Problem details (RFC 9457)",
  ),
};

function parameterObject(parameter: ApiParameter) {
  const { name, words, example, many, between, oneOf, pattern, otherwise } = parameter;
  const one: Schema = between
    ? {
        type: "integer",
        minimum: between[0],
        maximum: between[1],
        ...(otherwise === undefined ? {} : { default: Number(otherwise) }),
      }
    : { type: "string", ...(oneOf ? { enum: oneOf } : {}), ...(pattern ? { pattern } : {}) };
  return {
    name,
    in: parameter.in,
    description: words,
    required: parameter.in === "path",
    schema: many ? { type: "array", items: one } : one,
    ...(many ? { style: "form", explode: true } : {}),
    example: many ? [example] : between ? Number(example) : example,
  };
}

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function operationOf({ id, title, words, parameters, answer }: Endpoint) {
  const row = reference(schemaName(answer.shape));
  const body: Schema =
    answer.kind === "one"
      ? object({ data: row, about: reference("About") }, title)
      : object(
          { data: { type: "array", items: row }, page: reference("Page"), about: reference("About") },
          title,
        );
  const example = EXAMPLES[answer.shape.id];
  const problem = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: reference("Problem") } },
  });
  return {
    operationId: id,
    summary: title,
    description: words,
    parameters: parameters.map(parameterObject),
    responses: {
      "200": {
        description: title,
        headers: {
          ETag: { description: "Changes when the answer does", schema: { type: "string" } },
          ...(answer.kind === "list"
            ? {
                Link: {
                  description: "The next page and the one before (RFC 8288)",
                  schema: { type: "string" },
                },
              }
            : {}),
        },
        content: {
          "application/json": {
            schema: body,
            ...(example ? { example: { data: answer.kind === "one" ? example : [example] } } : {}),
          },
        },
      },
      "304": { description: "Nothing has changed since the ETag that was sent in If-None-Match" },
      "400": problem(PROBLEM_TITLES["bad-value"]),
      "404": problem(PROBLEM_TITLES["not-found"]),
      "410": problem(PROBLEM_TITLES["release-withdrawn"]),
    },
  };
}

/** The interface as an OpenAPI 3.1 document, from the declarations alone. */
export function openApiDocument() {
  const shapes = new Map(ENDPOINTS.map(({ answer }) => [schemaName(answer.shape), answer.shape]));
  return {
    openapi: "3.1.0",
    info: {
      title: "Muster: published figures",
      version: API_VERSION,
      summary: "The clinical engineering workforce of the NHS, as it is published",
      description: `Every figure that everyone's pages show, and nothing else. A release never changes, so an answer of a release is the same for ever, unless the release is withdrawn. ${NAMES_LICENCE}`,
      license: { name: OPEN_GOVERNMENT_LICENCE.title, url: OPEN_GOVERNMENT_LICENCE.path },
      "x-changes": API_CHANGES,
    },
    servers: [{ url: API_ROOT }],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operationOf(endpoint) }])),
    components: {
      schemas: {
        ...Object.fromEntries([...shapes].map(([name, shape]) => [name, rowSchema(shape)])),
        ...COMMON,
      },
    },
  };
}
