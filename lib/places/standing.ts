import { formatDate } from "@/lib/format/date";
import type { OrganisationStanding } from "@/lib/returns/report";
import { normaliseCode } from "./code";
import { inForce, type Level, type Place } from "./place";
import type { ReferenceTables } from "./reference-tables";

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  united_kingdom: "is the whole country, not an organisation",
  nation: "is a nation, not an organisation",
  region: "is a region, not an organisation",
  board: "is an integrated care board, which sends no return",
  organisation: "is an organisation",
};

/**
 * How codes stand on a date (ISO): the answer is made once for each code, so a check may ask for every row.
 * A closed organisation's successors are those in force on that date, followed through later closures; where the
 * tables know none, the reason says "successor not known".
 */
export function standingsOn(tables: ReferenceTables, date: string): (code: string) => OrganisationStanding {
  const places = new Map(tables.places.map((place) => [place.code, place]));
  const known = new Map<string, OrganisationStanding>();
  return (text) => {
    const code = normaliseCode(text);
    const before = known.get(code);
    if (before) return before;
    const place = places.get(code);
    const standing: OrganisationStanding = place
      ? standingOfPlace(tables, places, place, date)
      : { known: false };
    known.set(code, standing);
    return standing;
  };
}

/** How one code stands on a date. For many codes, take `standingsOn` once. */
export function standingOf(tables: ReferenceTables, code: string, date: string): OrganisationStanding {
  return standingsOn(tables, date)(code);
}

function standingOfPlace(
  tables: ReferenceTables,
  places: ReadonlyMap<string, Place>,
  place: Place,
  date: string,
): OrganisationStanding {
  const { code, name } = place;
  const not = (reason: string, successors: readonly string[] = []): OrganisationStanding => ({
    known: true,
    valid: false,
    name,
    reason,
    successors,
  });
  if (place.level !== "organisation") return not(`${code} (${name}) ${LEVEL_WORDS[place.level]}.`);
  if (inForce(place.opens, place.closes, date)) return { known: true, valid: true, name };
  if (place.opens !== null && date < place.opens)
    return not(`${code} (${name}) is open only from ${formatDate(place.opens)}.`);
  const closed = `${code} (${name}) closed on ${formatDate(place.closes ?? date)}`;
  const successors = successorsOf(tables, code).filter((successor) => {
    const next = places.get(successor);
    return next !== undefined && inForce(next.opens, next.closes, date);
  });
  if (successors.length === 0) return not(`${closed}; successor not known.`);
  const words = successors.map((successor) => `${successor} (${places.get(successor)?.name})`).join(" or ");
  return not(`${closed}; it was followed by ${words}.`, successors);
}

/** All places that followed one, directly or through others, nearest first; empty when none is known. */
export function successorsOf(tables: ReferenceTables, code: string): string[] {
  const found: string[] = [];
  const waiting = [code];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const { from, to } of tables.successions) {
      if (from === next && to !== null && to !== code && !found.includes(to)) {
        found.push(to);
        waiting.push(to);
      }
    }
  }
  return found;
}
