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
  minimum?: number;
  maximum?: number;
  /** Decimal places kept. */
  scale?: number;
  /** `place`: an organisation code, checked against the places in force. */
  codeOf?: "place" | "category";
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
  columns: readonly Column[];
};

/** A row by declared names: numbers as numbers, dates as ISO text, sets as arrays, yes/no as booleans, empty as null. */
export type CellValue = string | number | boolean | readonly string[] | null;
export type Row = Readonly<Record<string, CellValue>>;
