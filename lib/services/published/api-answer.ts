import { countFiguresWhere, type FigureFilter, figuresWhere } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import type { Reader } from "@/db/transaction";
import { normaliseCode } from "@/lib/places/code";
import { aboutOf, listBody, oneBody, pageOf } from "@/lib/published/api/answer-body";
import type { ApiProblem } from "@/lib/published/api/api-problem";
import { API_ROOT } from "@/lib/published/api/endpoint";
import { type ApiRequest, readApiRequest } from "@/lib/published/api/read-request";
import { readReleaseSegment } from "@/lib/published/place-address";
import type { Release } from "@/lib/published/release";
import { releaseTableById } from "@/lib/published/release-tables";
import { releaseSegment } from "@/lib/published/release-words";
import { RELEASES_TABLE, releaseRow } from "@/lib/published/releases-table";
import type { Cell } from "@/lib/reports/table";
import { figuresWithReasons } from "./figures-with-reasons";
import { releaseFor } from "./place-page";
import { readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";
import { wholeRelease } from "./whole-release";

export type ApiAnswer =
  | { kind: "found"; body: object; next: string | null; previous: string | null }
  /** To the newest release, by its number. */
  | { kind: "moved"; to: string }
  | { kind: "refused"; problem: ApiProblem };

const refused = (problem: ApiProblem): ApiAnswer => ({ kind: "refused", problem });

/** What the interface answers to the segments after its root and a query, from public figures alone. */
export async function answerApi(segments: readonly string[], query: URLSearchParams): Promise<ApiAnswer> {
  const request = readApiRequest(segments, query);
  if (!request.ok) return refused(request.problem);
  const read = await readPublished((db) => answer(db, request.value, segments, query));
  return (
    read?.value ?? refused({ status: 404, code: "not-found", detail: "No release has been published yet." })
  );
}

async function answer(
  db: Reader,
  request: ApiRequest,
  segments: readonly string[],
  query: URLSearchParams,
): Promise<ApiAnswer> {
  const site = await siteFacts(db);
  const { endpoint, values } = request;
  const asked = values.get("release")?.[0];
  if (asked === undefined) return answerReleases(request, site);
  const segment = readReleaseSegment(asked);
  if (endpoint.id === "getRelease" && typeof segment === "number") {
    // A withdrawn one too: how it stands is what is asked.
    const release = site.releases.find(({ number }) => number === segment);
    if (release) return one(request, releaseRow(site.releases, release), site, release);
  }
  const found = releaseFor(site, segment);
  if (!found.ok)
    return refused({
      status: found.problem.code === "release-withdrawn" ? 410 : 404,
      code: found.problem.code === "release-withdrawn" ? "release-withdrawn" : "not-found",
      detail: found.problem.message,
      exists: site.releases
        .filter(({ status }) => status !== "withdrawn")
        .map((one) => releaseSegment(one.number)),
    });
  const release = found.value;
  if (release === null)
    return refused({ status: 404, code: "not-found", detail: "No release has been published yet." });
  if (segment === "latest") {
    const [first = "", , ...rest] = segments;
    const to = [API_ROOT, first, releaseSegment(release.number), ...rest.map(encodeURIComponent)].join("/");
    return { kind: "moved", to: query.size > 0 ? `${to}?${query}` : to };
  }
  if (endpoint.answer.shape.id === "figures") return answerFigures(db, request, site, release);
  return answerTable(db, request, site, release);
}

function answerReleases(request: ApiRequest, site: SiteFacts): ApiAnswer {
  const rows = site.releases.map((release) => releaseRow(site.releases, release));
  const { from, size } = pageOf(request);
  const table = { ...RELEASES_TABLE, rows: rows.slice(from, from + size) };
  return many(listBody(request, table, rows.length, aboutOf(site.releases, null)));
}

const many = (body: ReturnType<typeof listBody>): ApiAnswer => ({
  kind: "found",
  body,
  next: body.page.next,
  previous: body.page.previous,
});

const one = (request: ApiRequest, row: readonly Cell[], site: SiteFacts, release: Release): ApiAnswer => ({
  kind: "found",
  body: oneBody(request.endpoint.answer.shape, row, aboutOf(site.releases, release)),
  next: null,
  previous: null,
});

/** A code in small letters is the same place. */
const codesOf = (values: readonly string[] | undefined) => values?.map(normaliseCode);

async function answerFigures(
  db: Reader,
  request: ApiRequest,
  site: SiteFacts,
  release: Release,
): Promise<ApiAnswer> {
  const { values, endpoint } = request;
  const places = await placesOfRelease(db, release.number);
  const filter: FigureFilter = {
    places: codesOf(values.get("place")),
    levels: values.get("level"),
    measures: values.get("measure"),
    dimensions: values.get("dimension"),
    categories: values.get("category"),
    cells: values.get("cell_id"),
  };
  const nowhere = filter.places?.find((code) => !places.some((place) => place.code === code));
  if (nowhere !== undefined)
    return refused({
      status: 400,
      code: "bad-value",
      detail: `Release ${release.number} has no place with the code “${nowhere}”. ${API_ROOT}/releases/${releaseSegment(release.number)}/places has them all.`,
    });
  const page = endpoint.answer.kind === "one" ? { from: 0, size: 1 } : pageOf(request);
  const rows = await figuresWithReasons(
    db,
    release,
    places,
    await figuresWhere(db, release.number, filter, page),
  );
  if (endpoint.answer.kind === "list")
    return many(
      listBody(
        request,
        { ...endpoint.answer.shape, rows },
        await countFiguresWhere(db, release.number, filter),
        aboutOf(site.releases, release),
      ),
    );
  const [row] = rows;
  return row
    ? one(request, row, site, release)
    : refused({
        status: 404,
        code: "not-found",
        detail: `Release ${release.number} has no figure called “${filter.cells?.[0] ?? ""}”.`,
      });
}

/** A table small enough to be cut here. */
async function answerTable(
  db: Reader,
  request: ApiRequest,
  site: SiteFacts,
  release: Release,
): Promise<ApiAnswer> {
  const { values, endpoint } = request;
  const { shape, kind } = endpoint.answer;
  const table = releaseTableById(shape.id);
  if (!table) throw new Error(`No table is called ${shape.id}`);
  const cell = (row: readonly Cell[], name: string) =>
    row[shape.columns.findIndex((column) => column.name === name)] ?? null;
  const filters = [...values].filter(([name]) =>
    shape.columns.some((column) => column.name === name && name !== "release"),
  );
  const rows = table
    .rows(await wholeRelease(db, release, table.needs))
    .filter((row) =>
      filters.every(([name, given]) =>
        (name === "place" || name === "part_of" ? (codesOf(given) ?? []) : given).includes(
          String(cell(row, name)),
        ),
      ),
    );
  if (kind === "one") {
    const [row] = rows;
    return row
      ? one(request, row, site, release)
      : refused({
          status: 404,
          code: "not-found",
          detail: `Release ${release.number} has none: ${filters.map(([name, given]) => `${name} “${given.join(", ")}”`).join(", ")}.`,
        });
  }
  const { from, size } = pageOf(request);
  return many(
    listBody(
      request,
      { ...shape, rows: rows.slice(from, from + size) },
      rows.length,
      aboutOf(site.releases, release),
    ),
  );
}
