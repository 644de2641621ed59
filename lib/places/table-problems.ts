import { shiftDays } from "./calendar-day";
import { hasCodeForm } from "./code";
import { LEVELS, type Place, type PlaceMembership } from "./place";
import type { ReferenceTables } from "./reference-tables";

const FIRST = "0000-01-01";
const LAST = "9999-12-31";
const from = (date: string | null) => date ?? FIRST;
const to = (date: string | null) => date ?? LAST;

/**
 * Where the reference tables contradict themselves, in sentences; empty when they agree. Held of them: codes have a
 * known form and are given once; each place but the United Kingdom has exactly one parent on each day it is open, of
 * a higher level and itself open; a change of parent has its date (two rows that are both "always" overlap, which is
 * a problem); names, former codes and successions are of known places; each closed place has its successions.
 */
export function tableProblems(tables: ReferenceTables): string[] {
  const places = new Map(tables.places.map((place) => [place.code, place]));
  const rows = new Map<string, PlaceMembership[]>();
  for (const row of tables.memberships) rows.set(row.child, [...(rows.get(row.child) ?? []), row]);
  const succeeded = new Set(tables.successions.map(({ from }) => from));

  const problems: string[] = [];
  const seen = new Set<string>();
  for (const place of tables.places) {
    if (seen.has(place.code)) problems.push(`${place.code} is given twice.`);
    seen.add(place.code);
    if (!hasCodeForm(place.code)) problems.push(`${place.code} has not the form of a code.`);
    if (from(place.opens) > to(place.closes)) problems.push(`${place.code} closes before it opens.`);
    if (place.closes !== null && !succeeded.has(place.code)) {
      problems.push(
        `${place.code} is closed and has no succession (an empty one says "successor not known").`,
      );
    }
    if (place.level !== "united_kingdom") {
      problems.push(...parentProblems(place, rows.get(place.code) ?? [], places));
    }
  }
  const named = [
    ...tables.memberships.map(({ child }) => child),
    ...tables.names.map(({ code }) => code),
    ...tables.formerCodes.map(({ code }) => code),
    ...tables.successions.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ];
  for (const code of new Set(named))
    if (!places.has(code)) problems.push(`${code} is named but is not in the places.`);
  return problems;
}

function parentProblems(place: Place, rows: PlaceMembership[], places: ReadonlyMap<string, Place>): string[] {
  const problems: string[] = [];
  const sorted = [...rows].sort((a, b) => (from(a.from) < from(b.from) ? -1 : 1));
  let expected: string | null = from(place.opens);
  for (const row of sorted) {
    const parent = places.get(row.parent);
    if (parent === undefined) {
      problems.push(`${place.code} hangs from ${row.parent}, which is not in the places.`);
    } else {
      if (LEVELS.indexOf(parent.level) >= LEVELS.indexOf(place.level)) {
        problems.push(`${place.code} hangs from ${row.parent}, which is not of a higher level.`);
      }
      if (from(row.from) < from(parent.opens) || to(row.to) > to(parent.closes)) {
        problems.push(`${place.code} hangs from ${row.parent} on days when ${row.parent} is not open.`);
      }
    }
    if (expected === null || from(row.from) < expected) {
      problems.push(
        `${place.code} has two parents, or one outside its own dates, from ${row.from ?? "always"}.`,
      );
    } else if (from(row.from) > expected) {
      problems.push(`${place.code} has no parent from ${expected} until ${row.from}.`);
    }
    expected = row.to === null ? null : shiftDays(row.to, 1);
  }
  const end = place.closes === null ? null : shiftDays(place.closes, 1);
  if (expected !== end)
    problems.push(`${place.code} has no parent, or one too many, after ${sorted.at(-1)?.to ?? "always"}.`);
  return problems;
}
