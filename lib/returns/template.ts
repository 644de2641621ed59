import type { Column, Part } from "./part";
import { safeCsvLine } from "./safe-csv";

export type TemplateChoice = {
  /** Only the columns that are meant to take an hour. */
  core?: boolean;
  /** With a line for each way of saying it, to be written over. */
  examples?: boolean;
};

const isCore = ({ tier }: Column) => tier === "core";

/** The CSV template of a part: its header, and example lines when asked for. */
export function templateCsv({ columns, examples }: Part, choice: TemplateChoice = {}): string {
  const names = columns.filter((column) => !choice.core || isCore(column)).map(({ name }) => name);
  const lines = choice.examples ? examples : [];
  return [names, ...lines.map((line) => names.map((name) => line[name] ?? ""))].map(safeCsvLine).join("");
}

/** What one column is, in words: a row of the data dictionary. */
export type DictionaryRow = {
  column: string;
  title: string;
  type: string;
  unit: string;
  required: string;
  tier: string;
  allowed: string;
  guidance: string;
  example: string;
  /** Other headers under which the column is known at once. */
  alsoReadAs: string;
};

const REQUIRED = { always: "on every line", conditional: "on some lines", optional: "no" } as const;

/** The data dictionary of a part. */
export const dictionaryOf = ({ columns }: Part): DictionaryRow[] =>
  columns.map((column) => ({
    column: column.name,
    title: column.title,
    type: column.type,
    unit: column.unit ?? "",
    required: REQUIRED[column.required],
    tier: column.tier,
    allowed:
      column.codeOf === "category"
        ? "a device category"
        : (column.allowed ?? []).map(({ value }) => value).join("; "),
    guidance: column.guidance,
    example: column.example,
    alsoReadAs: [column.title, ...(column.headers ?? [])].join("; "),
  }));

/** The data dictionary as CSV, to have beside the template. */
export function guideCsv(part: Part): string {
  const rows = dictionaryOf(part).map(({ alsoReadAs, ...row }) => ({ ...row, also_read_as: alsoReadAs }));
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(safeCsvLine).join("");
}

/**
 * Every value that a coded column takes, with what it means and how else it may be written: one line a value.
 *
 * @param categories device categories: code to title
 */
export function allowedValuesCsv({ columns }: Part, categories: ReadonlyMap<string, string>): string {
  const lines = columns.flatMap(({ name, type, codeOf, allowed = [] }) => {
    if (codeOf === "category") return [...categories].map(([code, title]) => [name, code, title, ""]);
    if (type === "yes_no") return YES_AND_NO.map(([value, also]) => [name, value, value, also]);
    return allowed.map(({ value, title, spellings = [] }) => [name, value, title, spellings.join("; ")]);
  });
  return [["column", "value", "meaning", "also_read_as"], ...lines].map(safeCsvLine).join("");
}

const YES_AND_NO = [
  ["yes", "Y; 1; TRUE"],
  ["no", "N; 0; FALSE"],
] as const;
