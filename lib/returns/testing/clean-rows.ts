import fc from "fast-check";
import { personalData } from "../cells/personal-data";
import type { CellValue, Column, Part, Row } from "../part";
import { exampleContext } from "./example-context";

/** Rows of one part, and the columns in which they are written; a column left out is null in every row. */
export type CleanRows = { columns: readonly Column[]; rows: readonly Row[] };

/**
 * Rows whose every cell is valid by the declaration of its column: required ones are filled, optional ones sometimes,
 * and some are not in the file at all. Rows may still break the rules between cells, which reading does not look at.
 */
export function cleanRows(part: Part): fc.Arbitrary<CleanRows> {
  // A person key comes back hashed, never as it was written.
  const open = part.columns.filter(({ name }) => name !== "person_key");
  const required = open.filter(({ required }) => required === "always");
  return fc
    .subarray(open.filter((column) => !required.includes(column)))
    .map((optional) => open.filter((column) => required.includes(column) || optional.includes(column)))
    .chain((columns) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.array(rowOf(part, columns), { minLength: 1, maxLength: 5 }),
      }),
    );
}

const rowOf = (part: Part, columns: readonly Column[]): fc.Arbitrary<Row> =>
  fc.record(
    Object.fromEntries(
      part.columns.map((column) => {
        const { name, required } = column;
        if (!columns.includes(column)) return [name, fc.constant(null)];
        const value = validValue(column);
        return [name, required === "always" ? value : fc.option(value, { freq: 3 })];
      }),
    ),
  );

/** A valid value of a column, as the reader gives it. */
function validValue(column: Column): fc.Arbitrary<CellValue> {
  const { type, name, codeOf, equals } = column;
  if (equals) return fc.constant(equals === "period_start" ? "2025-04-01" : exampleContext.census);
  if (name === "month") return fc.constantFrom("2025-04", "2025-12", "2026-03");
  if (name === "organisation_code") return fc.constant(exampleContext.organisation);
  if (codeOf === "site") return fc.constantFrom("RJ122", "7A1BC");
  if (codeOf === "place")
    return type === "set" ? fc.subarray(["RJZ", "RJ2"], { minLength: 1 }) : fc.constant("RJZ");
  if (type === "date") return day;
  if (type === "decimal" || type === "integer") return numberOf(column);
  if (type === "yes_no") return fc.boolean();
  if (type === "text") return wordsUpTo(column.maxLength ?? 1000);
  const values =
    codeOf === "category"
      ? [...exampleContext.categories.keys()]
      : (column.allowed ?? []).map(({ value }) => value);
  return type === "set"
    ? fc.shuffledSubarray(values, { minLength: 1, maxLength: 3 })
    : fc.constantFrom(...values);
}

const day = fc
  .date({ min: new Date("1995-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Small numbers more often than large ones, with no more decimal places than the column keeps. */
function numberOf({ type, minimum = -5_000_000, maximum = 5_000_000, scale = 0 }: Column) {
  const factor = type === "integer" ? 1 : 10 ** scale;
  const between = (least: number, most: number) =>
    fc.integer({ min: Math.max(least, minimum) * factor, max: Math.min(most, maximum) * factor });
  const any = between(minimum, maximum).map((parts) => parts / factor || 0);
  return minimum > 20
    ? any
    : fc.oneof(
        between(minimum, 20).map((parts) => parts / factor || 0),
        any,
      );
}

/** Words with the marks that part cells and lines, with letters beyond ASCII, and now and then like a total. */
const wordsUpTo = (maxLength: number) =>
  fc
    .tuple(
      fc.constantFrom("A", "b", "0", "é", "“", '"', "Total ", ","),
      fc.array(fc.constantFrom(...'aZ0 é“”’£€;,|"\n\r/&-=é'), { maxLength: Math.min(maxLength, 16) - 6 }),
    )
    .map(([first, rest]) => (first + rest.join("")).trim())
    // Bytes that are one letter in UTF-8 and three in Windows-1252 are read as UTF-8: nobody can tell which was meant.
    .filter((text) => !/é[“”’£€]{2}/.test(text) && personalData(text, "people", false) === null);
