import { formatDate } from "@/lib/format/date";
import { foldText } from "./fold-text";
import type { OdsRecord } from "./ods-file";
import { nameFromCapitals } from "./ods-name";
import { inForce, type Place } from "./place";
import { ancestorsOf, type Hierarchy, placesAsAt } from "./places-as-at";
import type { ReferenceTables } from "./reference-tables";
import { shortName } from "./short-name";
import { successorsOf } from "./standing";

/** What an ODS file says that our tables do not. */
export type OdsDifferenceKind =
  | "opened"
  | "closed"
  | "closing_date"
  | "opening_date"
  | "renamed"
  | "postcode"
  | "moved"
  /** From here on: said, and never applied. */
  | "pre_merger_board"
  | "unclear_board"
  | "other_region"
  | "old_name"
  | "reopened"
  | "absent";

export type OdsDifference = {
  kind: OdsDifferenceKind;
  code: string;
  /** What it is, and what is done about it. */
  words: string;
  /** Whether applying the file changes our tables for it. */
  applies: boolean;
  /** What the file says; null for a place of ours that is not in it. */
  record: OdsRecord | null;
};

/**
 * Compares an ODS trust file, taken as it stood on `date` (ISO), with our tables, and lists in plain words what it
 * would change, in order of codes. The file tells no dates of moves and renamings: a move is recorded from `date` on
 * as an assumption, an old name without its last day. A board that had closed by `date` is a code from before a
 * merger: it is said and changes nothing.
 */
export function odsDifferences(
  tables: ReferenceTables,
  records: readonly OdsRecord[],
  date: string,
): OdsDifference[] {
  const places = new Map(tables.places.map((place) => [place.code, place]));
  const hierarchy = placesAsAt(tables, date);
  const found: OdsDifference[] = [];
  for (const record of records) {
    const place = places.get(record.code);
    found.push(
      ...(place === undefined
        ? [newOrganisation(record, places)]
        : [
            ...dateDifferences(place, record, date),
            ...nameDifferences(tables, place, record),
            ...postcodeDifferences(place, record),
            ...boardDifferences(tables, places, hierarchy, place, record, date),
          ]),
    );
  }
  const inFile = new Set(records.map(({ code }) => code));
  for (const place of tables.places) {
    if (
      place.source?.startsWith("ods-trusts") &&
      !inFile.has(place.code) &&
      inForce(place.opens, place.closes, date)
    ) {
      const words = `${titled(place)} is open in our tables and is not in the file. Nothing is changed.`;
      found.push({ kind: "absent", code: place.code, words, applies: false, record: null });
    }
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

const titled = ({ code, name }: { code: string; name: string }) => `${code} (${shortName(name)})`;
const dated = (date: string | null) => (date === null ? "no date" : formatDate(date));

function newOrganisation(record: OdsRecord, places: ReadonlyMap<string, Place>): OdsDifference {
  const { code, board, opens, closes } = record;
  const parent = board === null ? undefined : places.get(board);
  const applies = parent?.level === "board" && opens !== null;
  const where = applies
    ? `under ${titled(parent)}`
    : `but ${board ?? "no board"} is no board of ours: add it by hand`;
  const ends = closes === null ? "" : ` and closed on ${dated(closes)}`;
  const words = `${code} (${nameFromCapitals(record.name)}) is new: opened on ${dated(opens)}${ends}, ${where}.`;
  return { kind: "opened", code, words, applies, record };
}

function dateDifferences(place: Place, record: OdsRecord, date: string): OdsDifference[] {
  const found: OdsDifference[] = [];
  const say = (kind: OdsDifferenceKind, words: string, applies = true) =>
    found.push({ kind, code: place.code, words: `${titled(place)} ${words}`, applies, record });
  if (record.opens !== null && record.opens !== place.opens) {
    say("opening_date", `opened on ${dated(record.opens)}; our tables have ${dated(place.opens)}.`);
  }
  if (record.closes !== null && place.closes === null) {
    say("closed", `closed on ${dated(record.closes)}; successor not known, since the file names none.`);
  } else if (record.closes !== null && record.closes !== place.closes) {
    say("closing_date", `closed on ${dated(record.closes)}; our tables have ${dated(place.closes)}.`);
  } else if (record.closes === null && place.closes !== null && place.closes < date) {
    say(
      "reopened",
      `has no closing date; our tables have ${dated(place.closes)}. Nothing is changed.`,
      false,
    );
  }
  return found;
}

function nameDifferences(tables: ReferenceTables, place: Place, record: OdsRecord): OdsDifference[] {
  const name = foldText(record.name);
  if (name === foldText(place.name)) return [];
  const old = tables.names.find((one) => one.code === place.code && foldText(one.name) === name);
  if (old) {
    const words = `${titled(place)} stands under its old name, ${old.name}. Nothing is changed.`;
    return [{ kind: "old_name", code: place.code, words, applies: false, record }];
  }
  const words = `${titled(place)} is now called ${nameFromCapitals(record.name)}; the day is not in the file.`;
  return [{ kind: "renamed", code: place.code, words, applies: true, record }];
}

function postcodeDifferences(place: Place, record: OdsRecord): OdsDifference[] {
  if (record.postcode === null || record.postcode === place.postcode) return [];
  const words = `${titled(place)} has the postcode ${record.postcode}; our tables have ${place.postcode ?? "none"}.`;
  return [{ kind: "postcode", code: place.code, words, applies: true, record }];
}

function boardDifferences(
  tables: ReferenceTables,
  places: ReadonlyMap<string, Place>,
  hierarchy: Hierarchy,
  place: Place,
  record: OdsRecord,
  date: string,
): OdsDifference[] {
  const say = (kind: OdsDifferenceKind, words: string, applies = false): OdsDifference[] => [
    { kind, code: place.code, words: `${titled(place)} ${words}`, applies, record },
  ];
  // Under a closed organisation the file puts the board that holds its place today; ours is the one it had.
  if (record.closes !== null || !inForce(place.opens, place.closes, date)) return [];
  const ours = places.get(hierarchy.get(place.code)?.parent ?? "");
  const board = record.board === null ? undefined : places.get(record.board);
  if (record.board === null) {
    return ours?.level === "board"
      ? say("unclear_board", `has no board; ours is ${titled(ours)}. Nothing is changed.`)
      : [];
  }
  if (board?.level !== "board") {
    return say("unclear_board", `is under ${record.board}, which is no board of ours. Nothing is changed.`);
  }
  if (board.opens !== null && date < board.opens) {
    return say(
      "unclear_board",
      `is under ${titled(board)}, which opened on ${dated(board.opens)}: the file is younger than ${dated(date)}. Nothing is changed.`,
    );
  }
  if (!inForce(board.opens, board.closes, date)) {
    const followed = ours !== undefined && successorsOf(tables, board.code).includes(ours.code);
    const now = ours === undefined ? "nothing" : titled(ours);
    return say(
      "pre_merger_board",
      `is under ${titled(board)}, which closed on ${dated(board.closes)}: the file is from before. Our tables have ${now}${followed ? ", which followed it" : ", which did not follow it: look into it"}. Nothing is changed.`,
    );
  }
  const region = ancestorsOf(hierarchy, board.code).find(({ level }) => level === "region");
  const moved =
    ours?.code === board.code
      ? []
      : say(
          "moved",
          `is under ${titled(board)}; our tables have ${ours === undefined ? "nothing" : titled(ours)}. The day is not in the file: ${dated(date)} is assumed.`,
          true,
        );
  const elsewhere =
    record.region === null || region === undefined || region.code === record.region
      ? []
      : say(
          "other_region",
          `is in region ${record.region}; its board ${titled(board)} is in ${region.code} (${region.name}). Nothing is changed.`,
        );
  return [...moved, ...elsewhere];
}
