import { type Table, tableOf, textOf, utf8, withFirst } from "./table";
import type { Way } from "./ways";

const workforce = (
  id: string,
  says: string,
  code: string,
  spoil: (table: Table) => string,
  suits?: Way["suits"],
): Way => ({
  id,
  says,
  code,
  part: "workforce",
  ...(suits ? { suits } : {}),
  spoil: (text) => utf8(spoil(tableOf(text))),
});
const one = (table: Table, column: string, value: string | ((cell: string) => string)) =>
  textOf(withFirst(table, column, typeof value === "string" ? () => value : value));

/** What is never guessed: the file comes back with its errors, and the rest of it judged. */
export const ERROR_WAYS: readonly Way[] = [
  workforce("letter-for-figure", "a letter O for the figure 0 in a code", "unknown-organisation", (table) =>
    one(table, "organisation_code", (cell) => cell.replace("0", "O")),
  ),
  workforce("two-headers", "two headers that both mean the WTE in post", "doubled-column", (table) =>
    textOf(table.map((cells, row) => [...cells, row === 0 ? "FTE" : ""])),
  ),
  workforce("lost-column", "no column for the role", "missing-column", (table) => {
    const at = table[0]?.indexOf("role") ?? -1;
    return textOf(table.map((cells) => cells.toSpliced(at, 1)));
  }),
  workforce("decimal-comma", "a decimal comma in a file parted by commas", "not-a-number", (table) =>
    one(table, "in_post_wte", "0,85"),
  ),
  workforce("unknown-value", "a band that there is not", "not-allowed", (table) =>
    one(table, "afc_band", "12"),
  ),
  workforce("no-age", "a person or a group without an age", "age-missing", (table) =>
    one(table, "age_band", ""),
  ),
  {
    ...workforce(
      "open-date",
      "an end of training of which day and month could change places",
      "date-order-open",
      (table) => one(table, "training_end", "03/04/2031"),
      ({ tier }) => tier === "full",
    ),
    fits: (text) => /,\d{4}-(06-30|08-31),/.test(text),
  },
  workforce("open-quote", "a quotation mark that is never closed", "quote-not-closed", (table) => {
    const text = textOf(table).trimEnd();
    const last = text.lastIndexOf("\n") + 1;
    return `${text.slice(0, last)}"${text.slice(last)}\n`;
  }),
  workforce("more-cells", "a row with a comma that is not in quotation marks", "extra-cells", (table) =>
    textOf(table.map((cells, row) => (row === 1 ? [...cells, "and devices"] : cells))),
  ),
  workforce("past-census", "last year's census date", "census-date", (table) =>
    one(table, "census_date", (cell) => `${Number(cell.slice(0, 4)) - 1}${cell.slice(4)}`),
  ),
  workforce(
    "hours-for-wte",
    "weekly hours in place of WTE",
    "person-over-wte",
    (table) => one(table, "in_post_wte", "37.5"),
    ({ wayOfSaying }) => wayOfSaying === "own_lines",
  ),
  {
    id: "more-done-than-due",
    says: "more planned jobs done than fell due",
    code: "done-over-due",
    part: "devices",
    suits: ({ sends }) => sends.devices === "devices",
    spoil: (text) => utf8(one(tableOf(text), "ppm_due_done", "99999")),
  },
  {
    id: "same-devices-twice",
    says: "the same devices on two rows",
    code: "duplicate-devices",
    part: "devices",
    suits: ({ sends }) => sends.devices === "devices",
    spoil(text) {
      const table = tableOf(text);
      return utf8(textOf([...table, table[1] ?? []]));
    },
  },
];
