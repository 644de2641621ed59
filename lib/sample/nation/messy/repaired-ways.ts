import type { NationOrganisation } from "../organisations";
import {
  columnOf,
  type Table,
  tableOf,
  textOf,
  utf8,
  utf16,
  windows1252,
  withCells,
  withFirst,
} from "./table";
import type { Way } from "./ways";

const full = ({ tier, wayOfSaying }: NationOrganisation) => tier === "full" && wayOfSaying === "own_lines";
const linked = ({ tier, wayOfSaying }: NationOrganisation) => tier !== "core" && wayOfSaying === "own_lines";
const oneFile = ({ units }: NationOrganisation) => units.length === 0;

const workforce = (
  id: string,
  says: string,
  code: string | null,
  spoil: (table: Table, text: string) => Uint8Array,
  suits?: Way["suits"],
): Way => ({
  id,
  says,
  code,
  part: "workforce",
  ...(suits ? { suits } : {}),
  spoil: (text) => spoil(tableOf(text), text),
});
const named = (table: Table, name: string) => withCells(table, "service_unit", () => name);
const blankColumns = (table: Table) => table.map((cells) => [...cells, "", ""]);

/** Spellings that systems write for declared headers. */
const HEADERS: Readonly<Record<string, string>> = {
  census_date: "Snapshot Date",
  organisation_code: "ODS Code",
  line_type: "Line type",
  role: "Job Role",
  specialism: "Speciality",
  afc_band: "AfC Band",
  establishment_wte: "Budgeted FTE",
  in_post_wte: "Contracted WTE",
  headcount: "Head Count",
  age_band: "Age Group",
  vacancy_state: "Vacancy Status",
};

/** What is mended on the way in, and said. */
export const REPAIRED_WAYS: readonly Way[] = [
  workforce("utf-8-bom", "UTF-8 with a byte order mark", "byte-order-mark", (_, text) =>
    utf8(`\uFEFF${text}`),
  ),
  workforce("utf-16-le", "UTF-16, little-endian, with its mark", "utf-16", (_, text) =>
    utf16(text, "little"),
  ),
  workforce("utf-16-be", "UTF-16, big-endian, with its mark", "utf-16", (_, text) => utf16(text, "big")),
  workforce(
    "windows-1252",
    "Windows-1252, with a dash outside ASCII in the service unit",
    "windows-1252",
    (table) => windows1252(textOf(named(table, "Medical physics – devices"))),
    (each) => linked(each) && oneFile(each),
  ),
  workforce(
    "read-wrongly",
    "UTF-8 that was read as Windows-1252 and saved again",
    "wrongly-read-letters",
    (table) => utf8(textOf(named(table, "CafÃ© equipment team"))),
    (each) => linked(each) && oneFile(each),
  ),
  workforce("semicolons", "cells parted by semicolons, WTE with a decimal comma", "delimiter", (table) => {
    const comma = (cell: string) => cell.replace(".", ",");
    const inPost = withCells(withCells(table, "in_post_wte", comma), "establishment_wte", comma);
    return utf8(textOf(withCells(inPost, "temporary_cover_wte", comma), ";"));
  }),
  workforce("tabs", "cells parted by tabs", "delimiter", (table) => utf8(textOf(table, "\t"))),
  workforce("bars", "cells parted by bars", "delimiter", (table) => utf8(textOf(table, "|"))),
  workforce("crlf", "lines that end as Windows ends them", null, (table) => utf8(textOf(table, ",", "\r\n"))),
  workforce("cr", "lines that end in a carriage return alone", "line-ends", (table) =>
    utf8(textOf(table, ",", "\r")),
  ),
  workforce("mixed-line-ends", "lines that end in different ways", "line-ends", (table) => {
    const half = Math.ceil(table.length / 2);
    return utf8(textOf(table.slice(0, half), ",", "\r\n") + textOf(table.slice(half)));
  }),
  workforce(
    "quoted-newline",
    "a service unit on two lines inside its quotation marks",
    null,
    (table) => utf8(textOf(named(table, "Medical\nphysics"))),
    (each) => linked(each) && oneFile(each),
  ),
  workforce("title-rows", "a title and an empty row above the header", "lines-above-header", (_, text) =>
    utf8(`Clinical engineering staff in post\n\n${text}`),
  ),
  workforce("total-row", "a last row of totals", "total-row", (table) => {
    const at = columnOf(table, "in_post_wte");
    const sum = table.slice(1).reduce((so, cells) => so + Number(cells[at] || 0), 0);
    return utf8(
      textOf([
        ...table,
        (table[0] ?? []).map((_, index) => (index === 0 ? "Total" : index === at ? sum.toFixed(2) : "")),
      ]),
    );
  }),
  workforce("blank-columns", "blank columns at the right", "blank-columns", (table) =>
    utf8(textOf(blankColumns(table))),
  ),
  workforce("blank-rows", "blank rows at the end", "blank-rows", (table, text) =>
    utf8(`${text}${`${",".repeat((table[0]?.length ?? 1) - 1)}\n`.repeat(3)}`),
  ),
  workforce("short-rows", "rows that end early, without their last empty cells", "short-rows", (table) =>
    utf8(
      textOf(
        table.map((cells, row) =>
          row === 0 ? cells : cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1),
        ),
      ),
    ),
  ),
  workforce("headers", "headers as ESR and ledgers spell them", "header-spelling", ([header = [], ...rows]) =>
    utf8(textOf([header.map((name) => HEADERS[name] ?? name), ...rows])),
  ),
  workforce("values", "values in words: Band 8a, Clinical Technologist", "value-spelling", (table) => {
    const bands = withCells(table, "afc_band", (cell) =>
      cell === "other" ? cell : `Band ${cell.toUpperCase()}`,
    );
    const words = (cell: string) => cell.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
    return utf8(textOf(withCells(withCells(bands, "role", words), "specialism", words)));
  }),
  workforce("numbers", "WTE with its unit and needless zeros", "number-form", (table) =>
    utf8(
      textOf(
        withCells(table, "in_post_wte", (cell) => (cell === "" ? cell : `${Number(cell).toFixed(2)} WTE`)),
      ),
    ),
  ),
  {
    id: "money",
    says: "pounds with their sign and thousands separators, and a credit in brackets",
    code: "number-form",
    part: "devices",
    suits: ({ tier, sends }) => tier === "full" && sends.devices === "devices",
    spoil(text) {
      const pounds = withCells(tableOf(text), "replacement_value_gbp", (cell) =>
        cell === "" ? cell : `£${cell.replace(/\B(?=(\d{3})+$)/g, ",")}.00`,
      );
      return utf8(textOf(withFirst(pounds, "parts_cost_gbp", () => "(1.5)")));
    },
  },
  workforce("empty-words", "n/a, - and #N/A in cells that are empty", "empty-words", (table) => {
    const words = ["n/a", "-", "#N/A", "  "];
    return utf8(
      textOf(withCells(table, "vacancy_state", (cell, row) => (cell === "" ? words[row % 4] : undefined))),
    );
  }),
  workforce("british-dates", "dates as 31/03/2026", "date-form", (table) =>
    utf8(textOf(withCells(table, "census_date", (cell) => cell.split("-").reverse().join("/")))),
  ),
  workforce("month-names", "dates as 31-Mar-26", "date-form", (table) =>
    utf8(textOf(withCells(table, "census_date", (cell) => `31-Mar-${cell.slice(2, 4)}`))),
  ),
  workforce("excel-serials", "dates as Excel numbers days", "date-serial", (table) =>
    utf8(
      textOf(
        withCells(table, "census_date", (cell) =>
          String((Date.parse(cell) - Date.UTC(1899, 11, 30)) / 86_400_000),
        ),
      ),
    ),
  ),
  workforce(
    "codes",
    "organisation codes in small letters, with stray and non-breaking spaces",
    "code-form",
    (table) =>
      utf8(
        textOf(
          withCells(table, "organisation_code", (cell, row) =>
            row % 2 === 0 ? ` ${cell.toLowerCase()}` : `${cell.slice(0, 2)}\u00a0${cell.slice(2)}`,
          ),
        ),
      ),
  ),
  workforce(
    "sets",
    "registers parted by bars and commas",
    "set-form",
    (table) => {
      const first = withFirst(table, "registration", (cell) => `${cell},engtech`);
      return utf8(textOf(withCells(first, "registration", (cell) => cell.replaceAll(";", "|"))));
    },
    full,
  ),
  workforce(
    "formula",
    "a formula in a service unit, which is taken as text",
    "formula-text",
    (table) => utf8(textOf(named(table, "=SUM(K2:K9)"))),
    (each) => linked(each) && oneFile(each),
  ),
];
