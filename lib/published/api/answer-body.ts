import type { Cell, Table, TableShape } from "@/lib/reports/table";
import { type Row, tableObjects } from "@/lib/reports/table-json";
import { citationOf, figuresLicence, NAMES_LICENCE } from "../citation";
import type { Release } from "../release";
import { isCurrent, statusOf } from "../release-status";
import { API_ROOT } from "./endpoint";
import type { ApiRequest } from "./read-request";

export type About = {
  release: number | null;
  census: string | null;
  synthetic: boolean;
  current: boolean | null;
  standing: string | null;
  citation: string | null;
  licence: string;
  documentation: string;
};

/** What travels with an answer: of a release how it stands and is cited; of many, what holds for all. */
export const aboutOf = (releases: readonly Release[], release: Release | null): About => ({
  release: release?.number ?? null,
  census: release?.census ?? null,
  synthetic: (release ?? releases[0])?.synthetic ?? false,
  current: release && isCurrent(releases, release),
  standing: release && statusOf(releases, release),
  citation: release && citationOf(release, "the place and the measure"),
  licence: `${figuresLicence({ synthetic: (release ?? releases[0])?.synthetic ?? false })} ${NAMES_LICENCE}`,
  documentation: "/data/api",
});

export const oneBody = (shape: TableShape, row: readonly Cell[], about: About) => ({
  data: tableObjects({ columns: shape.columns, rows: [row] })[0] as Row,
  about,
});

/** Which rows of all a request asks for, from 0. */
export function pageOf({ values }: ApiRequest): { number: number; size: number; from: number } {
  const number = Number(values.get("page")?.[0] ?? 1);
  const size = Number(values.get("per_page")?.[0] ?? 100);
  return { number, size, from: (number - 1) * size };
}

/** A page of rows, of which `table` holds those of the page and `total` counts all. */
export function listBody(request: ApiRequest, table: Table, total: number, about: About) {
  const { number, size } = pageOf(request);
  return {
    data: tableObjects(table),
    page: {
      number,
      size,
      total,
      next: number * size < total ? addressOf(request, number + 1) : null,
      previous:
        number > 1 ? addressOf(request, Math.min(number - 1, Math.max(1, Math.ceil(total / size)))) : null,
    },
    about,
  };
}

/** The address of another page of the same request, its values in the order in which they are declared. */
export function addressOf({ endpoint, values }: ApiRequest, page: number): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values.get(name)?.[0] ?? ""),
  );
  const query = new URLSearchParams();
  for (const parameter of endpoint.parameters) {
    if (parameter.in !== "query") continue;
    const given = parameter.name === "page" ? [String(page)] : (values.get(parameter.name) ?? []);
    for (const value of given) query.append(parameter.name, value);
  }
  return `${API_ROOT}${path}?${query}`;
}
