import { formatDate } from "@/lib/format/date";
import { lastDayOf } from "./calendar-day";
import { counted } from "./counted";
import { inForce, type Place } from "./place";
import { placesAsAt } from "./places-as-at";
import type { ReferenceTables } from "./reference-tables";
import { shortName } from "./short-name";
import type { TurnoverFile } from "./turnover-file";

/** How the organisations of a turnover file attach to our places, by code. */
export type TurnoverPlaces = {
  organisations: readonly Place[];
  boards: readonly Place[];
  /** Of both, those not open any more on the date asked about: kept under their code of the time. */
  closedSince: readonly Place[];
  unknown: readonly string[];
  /** Where the file's board for an organisation is not the one our tables have for the file's last month. */
  otherBoard: readonly { organisation: string; file: string; ours: string | null }[];
};

/** Attaches a file's organisations to places by code; `date` (ISO) is the day on which we ask who is still open. */
export function attachTurnover(tables: ReferenceTables, file: TurnoverFile, date: string): TurnoverPlaces {
  const places = new Map(tables.places.map((place) => [place.code, place]));
  const codes = [...new Set(file.rows.map(({ organisation }) => organisation))];
  const found = codes.map((code) => places.get(code)).filter((place) => place !== undefined);
  const hierarchy = placesAsAt(tables, lastDayOf(file.months.at(-1) ?? "") ?? date);
  const organisations = found.filter(({ level }) => level === "organisation");
  return {
    organisations,
    boards: found.filter(({ level }) => level === "board"),
    closedSince: found.filter(({ opens, closes }) => !inForce(opens, closes, date)),
    unknown: codes.filter((code) => !places.has(code)),
    otherBoard: organisations.flatMap(({ code }) => {
      const ours = hierarchy.get(code)?.parent ?? null;
      const board = file.boards.get(code);
      return board === undefined || board === ours ? [] : [{ organisation: code, file: board, ours }];
    }),
  };
}

/** The same in sentences, for the person who imports the file. */
export function turnoverPlacesInWords({
  organisations,
  boards,
  closedSince,
  unknown,
  otherBoard,
}: TurnoverPlaces): string[] {
  const closed = (places: readonly Place[]) => closedSince.filter((place) => places.includes(place));
  const words = [
    `Attached to our places by code: ${counted(organisations.length, "organisation")} and ${counted(boards.length, "integrated care board")}.`,
  ];
  for (const [what, places] of [
    ["Boards that have closed since, kept under their code of the time", closed(boards)],
    ["Organisations that have closed since", closed(organisations)],
  ] as const) {
    if (places.length > 0) words.push(`${what} (${places.length}): ${listed(places)}.`);
  }
  if (unknown.length > 0) {
    words.push(`Not among our places, so shown on no page: ${unknown.join(", ")}.`);
  }
  for (const { organisation, file, ours } of otherBoard) {
    words.push(
      `The file puts ${organisation} in ${file}; our table has ${ours ?? "no board"} for that month.`,
    );
  }
  return words;
}

const listed = (places: readonly Place[]) =>
  places
    .map(
      ({ code, name, closes }) =>
        `${code} ${shortName(name)}${closes === null ? "" : ` (${formatDate(closes)})`}`,
    )
    .join("; ");
