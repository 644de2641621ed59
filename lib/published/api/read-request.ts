import { ok, type Result } from "@/lib/result";
import type { ApiProblem } from "./api-problem";
import { API_ROOT, type ApiParameter, type Endpoint } from "./endpoint";
import { ENDPOINTS } from "./endpoints";

/** A question as it was understood: every value is one that its parameter takes. */
export type ApiRequest = {
  endpoint: Endpoint;
  /** By name; a parameter that was not given and has no default is not there. */
  values: ReadonlyMap<string, readonly string[]>;
};

const refuse = (
  status: ApiProblem["status"],
  code: ApiProblem["code"],
  detail: string,
  exists?: readonly string[],
) => ({ ok: false as const, problem: { status, code, detail, ...(exists ? { exists } : {}) } });

const quoted = (text: string) => `“${text.slice(0, 80)}”`;

/** Reads the segments after the root and the query of a request. Nothing unknown is passed over. */
export function readApiRequest(
  segments: readonly string[],
  query: URLSearchParams,
): Result<ApiRequest, ApiProblem> {
  const found = ENDPOINTS.map((endpoint) => ({ endpoint, path: matchPath(endpoint.path, segments) })).find(
    ({ path }) => path !== null,
  );
  if (!found?.path)
    return refuse(
      404,
      "no-such-address",
      `There is nothing at ${quoted(["", ...segments].join("/"))}.`,
      ENDPOINTS.map(({ path }) => `${API_ROOT}${path}`),
    );
  const { endpoint, path } = found;
  const taken = endpoint.parameters.filter((parameter) => parameter.in === "query");
  const unknown = [...query.keys()].find((name) => !taken.some((parameter) => parameter.name === name));
  if (unknown !== undefined)
    return refuse(
      400,
      "no-such-parameter",
      `${API_ROOT}${endpoint.path} takes no parameter ${quoted(unknown)}.`,
      taken.map(({ name }) => name),
    );
  const values = new Map<string, readonly string[]>();
  for (const parameter of endpoint.parameters) {
    const given = parameter.in === "path" ? [path.get(parameter.name) ?? ""] : query.getAll(parameter.name);
    const read = readValues(parameter, given);
    if (!read.ok) return read;
    if (read.value.length > 0) values.set(parameter.name, read.value);
  }
  return ok({ endpoint, values });
}

/** The values of the names in braces; null where the segments are of another path. */
function matchPath(path: string, segments: readonly string[]): Map<string, string> | null {
  const parts = path.split("/").slice(1);
  if (parts.length !== segments.length) return null;
  const values = new Map<string, string>();
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? "";
    if (part.startsWith("{")) values.set(part.slice(1, -1), segment);
    else if (part !== segment) return null;
  }
  return values;
}

function readValues(
  parameter: ApiParameter,
  given: readonly string[],
): Result<readonly string[], ApiProblem> {
  if (given.length === 0) return ok(parameter.otherwise === undefined ? [] : [parameter.otherwise]);
  if (given.length > 1 && !parameter.many)
    return refuse(400, "bad-value", `${parameter.name} is given ${given.length} times: give it once.`);
  const wrong = given.find((value) => !takes(parameter, value));
  if (wrong === undefined) return ok([...new Set(given)]);
  // What stands in the path names a thing; elsewhere it is a value of a filter.
  const status = parameter.in === "path" ? 404 : 400;
  const code = parameter.in === "path" ? "not-found" : "bad-value";
  return refuse(
    status,
    code,
    `${parameter.name} cannot be ${quoted(wrong)}: ${expected(parameter)}.`,
    parameter.oneOf,
  );
}

function takes({ oneOf, pattern, between }: ApiParameter, value: string): boolean {
  if (oneOf) return oneOf.includes(value);
  if (between) return /^\d{1,9}$/.test(value) && Number(value) >= between[0] && Number(value) <= between[1];
  return pattern === undefined || new RegExp(pattern).test(value);
}

function expected({ oneOf, between, words, example }: ApiParameter): string {
  if (oneOf)
    return oneOf.length > 12 ? `it is one of ${oneOf.length}, listed in exists` : `it is ${oneOf.join(", ")}`;
  if (between) return `it is a whole number from ${between[0]} to ${between[1]}`;
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}, such as ${example}`;
}
