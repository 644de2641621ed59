import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { API_CHANGES, API_VERSION } from "./api-changes";
import { type Contract, incompatibilities } from "./compatibility";
import { ENDPOINTS } from "./endpoints";
import { EXAMPLES } from "./examples";
import { openApiDocument, schemaName } from "./openapi";
import { readApiRequest } from "./read-request";

const SNAPSHOT = "data/api/openapi-v1.json";
const committed: Contract = JSON.parse(readFileSync(SNAPSHOT, "utf8"));
const current = () => JSON.parse(JSON.stringify(openApiDocument())) as Contract;

test("a client of the committed document can use the present one", () => {
  expect(incompatibilities(committed, current())).toEqual([]);
});

test("the committed document is the present one: after an addition, give its version and change, and run this with -u", async () => {
  await expect(`${JSON.stringify(openApiDocument(), null, 2)}\n`).toMatchFileSnapshot(`../../../${SNAPSHOT}`);
  expect(API_CHANGES[0]?.version).toBe(API_VERSION);
});

describe("a change that a client could not take is found:", () => {
  const changed = (change: (document: Contract) => void) => {
    const document = structuredClone(committed);
    change(document);
    return incompatibilities(committed, document);
  };
  // biome-ignore lint/suspicious/noExplicitAny: a document taken apart by hand
  type Loose = any;
  const figures = (document: Contract) => (document.paths as Loose)["/releases/{release}/figures"].get;
  const row = (document: Contract) => (document.components.schemas as Loose).Figure;
  const parameter = (document: Contract, name: string) =>
    figures(document).parameters.find((one: Loose) => one.name === name);

  test.each<[string, (document: Contract) => void, RegExp]>([
    ["a path gone", (d) => delete (d.paths as Loose)["/releases/{release}/places"], /places is gone/],
    ["a parameter gone", (d) => figures(d).parameters.splice(1, 1), /the parameter place is gone/],
    [
      "a new parameter that must be given",
      (d) =>
        figures(d).parameters.push({ name: "key", in: "query", required: true, schema: { type: "string" } }),
      /key is new and must be given/,
    ],
    [
      "a value no longer taken",
      (d) => parameter(d, "level").schema.items.enum.shift(),
      /no longer takes united_kingdom/,
    ],
    ["fewer rows to a page", (d) => (parameter(d, "per_page").schema.maximum = 500), /ends earlier/],
    ["another default", (d) => (parameter(d, "per_page").schema.default = 50), /another default/],
    ["a narrower text", (d) => (parameter(d, "place").schema.items.pattern = "^Y"), /another pattern/],
    ["a field gone", (d) => delete row(d).properties.high, /Figure\.high is gone/],
    ["a field that need not be there", (d) => row(d).required.pop(), /need not be there/],
    [
      "a field of another type",
      (d) => (row(d).properties.value.type = ["string", "null"]),
      /Figure\.value was number or null/,
    ],
    [
      "a field that may be null now",
      (d) => (row(d).properties.place.type = ["string", "null"]),
      /Figure\.place was string/,
    ],
    [
      "an answer of another kind",
      (d) => (figures(d).responses["200"].content = { "text/csv": {} }),
      /no longer application\/json/,
    ],
  ])("%s", (_, change, sentence) => {
    expect(changed(change).join("\n")).toMatch(sentence);
  });

  test.each<[string, (document: Contract) => void]>([
    ["a path more", (d) => ((d.paths as Loose)["/more"] = figures(d))],
    [
      "a parameter more that may be left out",
      (d) =>
        figures(d).parameters.push({
          name: "more",
          in: "query",
          required: false,
          schema: { type: "string" },
        }),
    ],
    ["a value more that is taken", (d) => parameter(d, "level").schema.items.enum.push("place")],
    ["a field more", (d) => (row(d).properties.more = { type: "string" })],
    ["a field that is never null now", (d) => (row(d).properties.value.type = "number")],
  ])("and not %s", (_, change) => {
    expect(changed(change)).toEqual([]);
  });
});

test.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
  "the example of %s is a row of its schema",
  (_, { answer }) => {
    const { components } = openApiDocument();
    const example = EXAMPLES[answer.shape.id];
    expect(Object.keys(example ?? {})).toEqual(answer.shape.columns.map(({ name }) => name));
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile({
      components,
      $ref: `#/components/schemas/${schemaName(answer.shape)}`,
    });
    expect(valid(example), JSON.stringify(valid.errors)).toBe(true);
  },
);

test("the names of schemas, operations and paths are each there once", () => {
  const shapes = new Set(ENDPOINTS.map(({ answer }) => answer.shape));
  expect(new Set([...shapes].map(schemaName)).size).toBe(shapes.size);
  expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length);
  expect(new Set(ENDPOINTS.map(({ path }) => path)).size).toBe(ENDPOINTS.length);
});

test("the example of each parameter is one that it takes", () => {
  for (const { path, parameters } of ENDPOINTS) {
    const of = (where: string) => parameters.filter((parameter) => parameter.in === where);
    const segments = of("path").reduce((text, { name, example }) => text.replace(`{${name}}`, example), path);
    const query = new URLSearchParams(of("query").map(({ name, example }) => [name, example]));
    const read = readApiRequest(segments.split("/").slice(1), query);
    expect(read.ok ? [] : read.problem).toEqual([]);
  }
});

test.each([
  ["an address that is none", "beds", "", 404, "no-such-address", "/api/v1/releases"],
  ["a parameter that is none", "releases/r2/figures", "ward=1", 400, "no-such-parameter", "measure"],
  ["a measure that is none", "releases/r2/figures", "measure=beds", 400, "bad-value", "vacancy-rate"],
  ["a measure of a path that is none", "releases/r2/measures/beds", "", 404, "not-found", "vacancy-rate"],
  ["a level that is none", "releases/r2/places", "level=ward", 400, "bad-value", "board"],
  ["a breakdown that is none", "releases/r2/figures", "dimension=sex", 400, "bad-value", "age"],
  ["a code with marks in it", "releases/r2/figures", "place=Y56'--", 400, "bad-value", undefined],
  ["a page before the first", "releases/r2/figures", "page=0", 400, "bad-value", undefined],
  ["half a page", "releases/r2/figures", "page=1.5", 400, "bad-value", undefined],
  ["too many rows", "releases/r2/figures", "per_page=1001", 400, "bad-value", undefined],
  ["two pages", "releases/r2/figures", "page=1&page=2", 400, "bad-value", undefined],
  ["a release that is none", "releases/2/figures", "", 404, "not-found", undefined],
] as const)("%s is refused, with what there is", (_, path, query, status, code, exists) => {
  const read = readApiRequest(path.split("/"), new URLSearchParams(query));
  expect(read).toMatchObject({ ok: false, problem: { status, code } });
  if (exists !== undefined && !read.ok) expect(read.problem.exists).toContain(exists);
});
