import { formatDate } from "@/lib/format/date";
import { shiftDays } from "./calendar-day";
import type { OdsDifference } from "./ods-differences";
import type { OdsRecord } from "./ods-file";
import { nameFromCapitals } from "./ods-name";
import type { Place, PlaceMembership } from "./place";
import { placesAsAt } from "./places-as-at";
import type { ReferenceTables } from "./reference-tables";

/**
 * The tables with the differences of a file that apply, put in; `date` is the day the file stood for, and the assumed
 * day of moves. The result is to be held against `tableProblems` before it is kept.
 */
export function applyOdsDifferences(
  tables: ReferenceTables,
  differences: readonly OdsDifference[],
  date: string,
): ReferenceTables {
  return differences.reduce((changed, { applies, kind, code, record }) => {
    if (!applies || record === null) return changed;
    switch (kind) {
      case "opened":
        return opened(changed, record, date);
      case "closed":
      case "closing_date":
        return closed(changed, code, record.closes);
      case "opening_date":
        return openedOn(changed, code, record.opens);
      case "renamed":
        return renamed(changed, code, record, date);
      case "postcode":
        return withPlace(changed, code, { postcode: record.postcode });
      case "moved":
        return moved(changed, code, record.board, date);
      default:
        return changed;
    }
  }, tables);
}

function withPlace(tables: ReferenceTables, code: string, change: Partial<Place>): ReferenceTables {
  return {
    ...tables,
    places: tables.places.map((place) => (place.code === code ? { ...place, ...change } : place)),
  };
}

/** Changes the memberships of one place; a row that becomes empty goes. */
function withMemberships(
  tables: ReferenceTables,
  code: string,
  change: (row: PlaceMembership) => PlaceMembership | null,
): ReferenceTables {
  const memberships = tables.memberships.flatMap((row) => {
    if (row.child !== code) return [row];
    const changed = change(row);
    return changed === null ? [] : [changed];
  });
  return { ...tables, memberships };
}

function opened(tables: ReferenceTables, record: OdsRecord, date: string): ReferenceTables {
  const { code, opens, closes } = record;
  const board = tables.places.find((place) => place.code === record.board);
  if (board === undefined || opens === null) return tables;
  const place: Place = {
    code,
    level: "organisation",
    name: nameFromCapitals(record.name),
    kind: null,
    benchmarkGroup: null,
    legalForm: null,
    postcode: record.postcode,
    onsCode: null,
    opens,
    closes,
    synthetic: false,
    source: `ods-trusts-${date.slice(0, 7)}`,
  };
  const began = board.opens ?? opens;
  const region = placesAsAt(tables, began).get(board.code)?.parent ?? null;
  const rows: PlaceMembership[] = [];
  if (opens < began && region !== null) {
    const last = shiftDays(began, -1);
    const note = "Before its board began, the board's region is assumed.";
    const to = closes !== null && closes < began ? closes : last;
    rows.push({ child: code, parent: region, from: opens, to, evidence: "assumption", note });
  }
  if (closes === null || closes >= began) {
    const from = opens < began ? began : opens;
    rows.push({ child: code, parent: board.code, from, to: closes, evidence: "fact", note: null });
  }
  const added = {
    ...tables,
    places: [...tables.places, place],
    memberships: [...tables.memberships, ...rows],
  };
  return closes === null ? added : withUnknownSuccessor(added, code, closes);
}

function closed(tables: ReferenceTables, code: string, closes: string | null): ReferenceTables {
  if (closes === null) return tables;
  const before = tables.places.find((place) => place.code === code)?.closes ?? null;
  const ended = withMemberships(withPlace(tables, code, { closes }), code, (row) => {
    if (row.from !== null && row.from > closes) return null;
    return row.to === before || row.to === null || row.to > closes ? { ...row, to: closes } : row;
  });
  return withUnknownSuccessor(ended, code, closes);
}

function withUnknownSuccessor(tables: ReferenceTables, code: string, closes: string): ReferenceTables {
  const date = shiftDays(closes, 1);
  if (tables.successions.some(({ from }) => from === code)) {
    return {
      ...tables,
      successions: tables.successions.map((row) => (row.from === code ? { ...row, date } : row)),
    };
  }
  const note = "Successor not known: the source names none.";
  return {
    ...tables,
    successions: [...tables.successions, { from: code, to: null, date, kind: "closure", note }],
  };
}

function openedOn(tables: ReferenceTables, code: string, opens: string | null): ReferenceTables {
  const own = tables.memberships.filter(({ child }) => child === code).map(({ from }) => from ?? "");
  const first = own.sort()[0];
  return withMemberships(withPlace(tables, code, { opens }), code, (row) => {
    if (opens !== null && row.to !== null && row.to < opens) return null;
    return (row.from ?? "") === first || (opens !== null && (row.from ?? "") < opens)
      ? { ...row, from: opens }
      : row;
  });
}

function renamed(tables: ReferenceTables, code: string, record: OdsRecord, date: string): ReferenceTables {
  const name = tables.places.find((place) => place.code === code)?.name;
  if (name === undefined) return tables;
  const note = `Renamed by ${formatDate(date)} (trust file); the date is not in the source.`;
  const names = [...tables.names, { code, name, until: null, note }];
  return withPlace({ ...tables, names }, code, { name: nameFromCapitals(record.name) });
}

function moved(tables: ReferenceTables, code: string, board: string | null, date: string): ReferenceTables {
  if (board === null) return tables;
  const note = `Board changed by ${formatDate(date)} (trust file); the source gives no date, ${formatDate(date)} is assumed.`;
  const own = tables.memberships.filter(({ child }) => child === code);
  const later = own.map(({ from }) => from ?? "").filter((from) => from > date);
  const ended = withMemberships(tables, code, (row) => {
    if (row.from === date) return null;
    if ((row.from !== null && row.from > date) || (row.to !== null && row.to < date)) return row;
    return { ...row, to: shiftDays(date, -1), evidence: "assumption", note };
  });
  const closes = tables.places.find((place) => place.code === code)?.closes ?? null;
  // What our tables know of days after the file's stays as it is.
  const next = later.sort()[0];
  const to = next === undefined ? closes : shiftDays(next, -1);
  const row: PlaceMembership = { child: code, parent: board, from: date, to, evidence: "assumption", note };
  return { ...ended, memberships: [...ended.memberships, row] };
}
