/** The parts of a return, in the order in which a trust sends them. */
export const PART_NAMES = ["workforce", "devices", "assets", "activities", "flows", "profile"] as const;
export type PartName = (typeof PART_NAMES)[number];

export type ColumnType = "date" | "code" | "text" | "decimal" | "integer" | "yes_no" | "set";

export type AllowedValue = {
  value: string;
  title: string;
  /** Other ways in which trusts write it, compared without case, spaces and punctuation. */
  spellings?: readonly string[];
};

/** One column of a part, declared once; template, checks, table, dictionary and metadata derive from it. */
export type Column = {
  name: string;
  title: string;
  type: ColumnType;
  unit?: string;
  /** `always`: an empty cell is an error on every line. `conditional`: a row check says when. */
  required: "always" | "conditional" | "optional";
  /** `core` columns are meant to take an hour; `full` ones unlock further measures. */
  tier: "core" | "full";
  allowed?: readonly AllowedValue[];
  maxLength?: number;
  /** Numbers below are errors. Without it, a number may be negative. */
  minimum?: number;
  maximum?: number;
  /** Decimal places kept. */
  scale?: number;
  /** `place`: an organisation code (or a set of them), checked against the places in force. `site`: checked for form only. */
  codeOf?: "place" | "category" | "site";
  /** A date that the collection fixes: the reading of the cell that equals it is taken, any other is an error. */
  equals?: "census" | "period_start" | "period_end";
  /** A local key, not words: exempt from the eight-digit rule of personal data. */
  key?: true;
  /** Other headers under which this column arrives. */
  headers?: readonly string[];
  guidance: string;
  example: string;
};

export type Part = {
  name: PartName;
  title: string;
  schemaVersion: string;
  /** One sentence: what one row is. */
  rowIs: string;
  /** How free text is searched for personal data: `people` for everything, `equipment` for e-mail and NI number. */
  freeText: "people" | "equipment";
  columns: readonly Column[];
  /** Lines as a trust would send them, one for each way of saying it; the rest of the cells are empty. */
  examples: readonly Readonly<Record<string, string>>[];
};

/** A row by declared names: numbers as numbers, dates as ISO text, sets as arrays, yes/no as booleans, empty as null. */
export type CellValue = string | number | boolean | readonly string[] | null;
export type Row = Readonly<Record<string, CellValue>>;

type ValueOf<T extends ColumnType> = T extends "decimal" | "integer"
  ? number
  : T extends "yes_no"
    ? boolean
    : T extends "set"
      ? readonly string[]
      : string;

/** The row of a declared part, every declared column with its own type: `RowOf<typeof WORKFORCE>`. */
export type RowOf<P extends { columns: readonly Column[] }> = {
  readonly [C in P["columns"][number] as C["name"]]: ValueOf<C["type"]> | null;
};
