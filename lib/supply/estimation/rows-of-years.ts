import type { ExitRow, FillRow } from "./exit-rows";
import { exitsOfFlows, type FlowLine } from "./exits-of-flows";
import { fillsOfPosts } from "./fills-of-posts";
import type { PersonLine } from "./people-at-risk";

/** The returns of one census: who was in post on it, and who came and went in the twelve months before it. */
export type ReturnYear = {
  /** ISO date. */
  census: string;
  people: readonly PersonLine[];
  flows: readonly FlowLine[];
  /** Organisations whose flows are known, those included that had none. */
  told: ReadonlySet<string>;
};

const isYearAfter = (census: string, before: string): boolean =>
  Number(census.slice(0, 4)) === Number(before.slice(0, 4)) + 1 && census.slice(4) === before.slice(4);

/** Rows for `estimateRates` from returns of several censuses: each that has another a year before it makes a year. */
export function rowsOfYears(years: readonly ReturnYear[]): {
  exits: ExitRow[];
  fills: FillRow[];
  /** The same, year by year. */
  byYear: { exits: ExitRow[]; fills: FillRow[] }[];
} {
  const byYear = years.flatMap((now) => {
    const before = years.find(({ census }) => isYearAfter(now.census, census));
    if (before === undefined) return [];
    const known = keptKeys(before.people, now.people);
    const [then, here] = [before.people, now.people].map((lines) => withKeysOf(lines, known));
    return [
      {
        exits: exitsOfFlows(before.people, now.flows, now.told),
        fills: fillsOfPosts(then ?? [], here ?? []),
      },
    ];
  });
  return {
    exits: byYear.flatMap(({ exits }) => exits),
    fills: byYear.flatMap(({ fills }) => fills),
    byYear,
  };
}

/** Organisations of which somebody's key is found again. Keys made anew would show every post with another holder. */
function keptKeys(before: readonly PersonLine[], now: readonly PersonLine[]): ReadonlySet<string> {
  const keyOf = ({ organisation_code, person_key }: PersonLine) => `${organisation_code}|${person_key}`;
  const then = new Set(before.filter(({ person_key }) => person_key !== null).map(keyOf));
  return new Set(
    now.filter((line) => then.has(keyOf(line))).map(({ organisation_code }) => organisation_code ?? ""),
  );
}

const withKeysOf = (lines: readonly PersonLine[], known: ReadonlySet<string>): PersonLine[] =>
  lines.map((line) => (known.has(line.organisation_code ?? "") ? line : { ...line, person_key: null }));
