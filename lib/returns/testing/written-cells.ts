import type { AllowedValue, CellValue, Column } from "../part";
import { windows1252Byte } from "../reading/windows-1252";
import { exampleContext } from "./example-context";

/** Takes one of several ways. */
export type Pick = <T>(ways: readonly T[]) => T;

const EMPTY = ["", "", "  ", "n/a", "N/A", "-", "#N/A"];

/** Writes the cells of one column, each in any way that RETURNS.md accepts beside the others of its column. */
export function writtenCells(
  column: Column,
  values: readonly CellValue[],
  pick: Pick,
  delimiter: string,
): string[] {
  const write = writerOf(column, values, pick, delimiter);
  return values.map((value) => (value === null ? pick(EMPTY) : write(value)));
}

function writerOf(
  column: Column,
  values: readonly CellValue[],
  pick: Pick,
  delimiter: string,
): (value: CellValue) => string {
  switch (column.type) {
    case "date":
      return column.equals
        ? (value) => fixedDate(String(value), pick)
        : dateWriter(
            values.filter((value) => typeof value === "string"),
            pick,
          );
    case "decimal":
    case "integer":
      return numberWriter(column, pick, delimiter === ";");
    case "yes_no":
      return (value) =>
        edged(pick(value ? ["yes", "Yes", "Y", "1", "TRUE"] : ["no", "No", "N", "0", "FALSE"]), pick);
    case "text":
      return (value) => edged(String(value), pick);
    case "set":
      return (value) => {
        const members = (value as readonly string[]).map((member) => codeOf(column, member, pick));
        return members.join(pick([";", "; ", "|", ","]));
      };
    case "code":
      return (value) => edged(codeOf(column, String(value), pick), pick);
  }
}

const edged = (text: string, pick: Pick) => pick([text, text, ` ${text}`, `${text} \u00a0`]);

/** A code by its value, its title or a spelling of it, in other letters; an organisation's or a site's with spaces. */
function codeOf({ codeOf: kind, allowed = [], type }: Column, value: string, pick: Pick): string {
  if (kind === "place" || kind === "site")
    return pick([value, value.toLowerCase(), `${value.slice(0, 2)} ${value.slice(2)}`]);
  const known: AllowedValue =
    kind === "category"
      ? { value, title: exampleContext.categories.get(value) ?? value }
      : (allowed.find((each) => each.value === value) as AllowedValue);
  const parts = type === "set" ? /[;|,]/ : /$^/;
  const texts = [known.value, known.title, ...(known.spellings ?? [])].filter((text) => !parts.test(text));
  return respelled(pick(texts), pick);
}

/** The same words in other letters, spaces and dashes. */
export const respelled = (text: string, pick: Pick): string =>
  pick(
    [
      text,
      text,
      text.toUpperCase(),
      text.toLowerCase(),
      text.replaceAll("_", " "),
      text.replaceAll(/[_ ]/g, "-"),
    ].filter((way) => [...way].every((letter) => windows1252Byte(letter) !== null)),
  );

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

type Day = { year: string; month: string; day: string };
const dayOf = (iso: string): Day => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8) });

const certain = (iso: string): string[] => {
  const { year, month, day } = dayOf(iso);
  const name = MONTHS[Number(month) - 1] as string;
  return [
    iso,
    `${year}/${month}/${day}`,
    `${iso} 00:00:00`,
    `${Number(day)} ${name} ${year}`,
    `${day}-${name.slice(0, 3).toUpperCase()}-${year}`,
    String(Date.parse(iso) / 86_400_000 + 25_569),
    ...(year >= "2000" ? [`${day}-${name.slice(0, 3)}-${year.slice(2)}`] : []),
  ];
};

const inOrder = (iso: string, dayFirst: boolean): string[] => {
  const { year, month, day } = dayOf(iso);
  const [first, second] = dayFirst ? [day, month] : [month, day];
  const years = year >= "2000" ? [year, year.slice(2)] : [year];
  return years.flatMap((each) => [
    `${first}/${second}/${each}`,
    `${Number(first)}/${Number(second)}/${each}`,
    `${first}.${second}.${each}`,
  ]);
};

const fixedDate = (iso: string, pick: Pick) =>
  edged(pick([...certain(iso), ...inOrder(iso, true), ...inOrder(iso, false)]), pick);

/** Dates that nothing fixes: day and month in one order in the whole column, and only where a day above 12 shows it. */
function dateWriter(dates: readonly string[], pick: Pick): (value: CellValue) => string {
  const dayFirst = pick([true, false]);
  const shows = (iso: string) => Number(dayOf(iso).day) > 12;
  const ordered = dates.some(shows) && pick([true, false]);
  return (value) => {
    const iso = String(value);
    if (!ordered) return edged(pick(certain(iso)), pick);
    return edged(
      pick(shows(iso) ? inOrder(iso, dayFirst) : [...certain(iso), ...inOrder(iso, dayFirst)]),
      pick,
    );
  };
}

const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = {
  wte: [" WTE", "fte"],
  hours: [" hours", "h"],
  months: [" months"],
  years: [" yrs"],
  days: [" days"],
};

/** Numbers with one decimal mark in the whole column, and groups of three where they cannot be taken for decimals. */
function numberWriter(
  { unit = "", scale = 0 }: Column,
  pick: Pick,
  semicolons: boolean,
): (value: CellValue) => string {
  const mark = semicolons ? pick([",", "."]) : ".";
  const group = mark === "," ? "." : ",";
  return (value) => {
    const number = value as number;
    const size = Math.abs(number);
    const plain = pick([String(size), size.toFixed(scale), size.toFixed(scale + 1)]);
    const [whole = "", decimals] = plain.split(".");
    // In a semicolon file `1.234` alone may be either; decimals or a second group mark say which it is.
    const sure = !semicolons || decimals !== undefined || size >= 1_000_000;
    const grouped = sure && pick([true, false]) ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
    const digits = decimals === undefined ? grouped : grouped + mark + decimals;
    const priced =
      unit === "gbp" ? pick([digits, `£${digits}`, ...(number < 0 ? [] : [`${digits} GBP`])]) : digits;
    const signed = number < 0 ? pick([`-${priced}`, `(${priced})`]) : pick([priced, priced, `+${priced}`]);
    return edged(signed + pick(["", "", ...(number < 0 ? [] : (UNIT_WORDS[unit] ?? []))]), pick);
  };
}
