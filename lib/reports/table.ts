/** What a cell of a column may hold. `yes_no` is yes or no in a file, true or false to a program. */
export type CellType = "text" | "integer" | "number" | "date" | "yes_no";

/** A cell; null is empty, and empty is never zero. Dates are ISO text, yes and no are those words. */
export type Cell = string | number | null;

/** A column, declared once: every form of a file, its metadata and its dictionary derive from it. */
export type TableColumn = {
  name: string;
  title: string;
  type: CellType;
  /** What it holds, in plain English. */
  words: string;
  /** Never empty. */
  required?: true;
};

/** Another table in which the value of a column must stand. */
export type Reference = { column: string; table: string; of: string };

/** What a table is, without its rows. */
export type TableShape = {
  /** The name of its file. */
  id: string;
  title: string;
  /** What one row is, in plain English. */
  rowIs: string;
  columns: readonly TableColumn[];
  /** The columns that together tell a row from every other. */
  key: readonly string[];
  references?: readonly Reference[];
};

export type Table = TableShape & { rows: readonly (readonly Cell[])[] };
