import { fail, ok, type Result } from "@/lib/result";
import { isIsoDate } from "./calendar-day";
import { readTable, writeTable } from "./csv-table";
import {
  type FormerCode,
  LEVELS,
  type Place,
  type PlaceMembership,
  type PlaceName,
  SUCCESSION_KINDS,
  type Succession,
} from "./place";

/** Everything we know about places, with dates: the tables under `data/reference`. */
export type ReferenceTables = {
  places: readonly Place[];
  memberships: readonly PlaceMembership[];
  names: readonly PlaceName[];
  successions: readonly Succession[];
  formerCodes: readonly FormerCode[];
};

export type TableName = keyof ReferenceTables;
export type TableTexts = Readonly<Record<TableName, string>>;

/** A column of a file and the field it fills. `optional_yes` may be absent from a file, and is not written. */
type Field = {
  header: string;
  field: string;
  as: "text" | "required" | "date" | "optional_yes" | readonly string[];
};
type Table = { file: string; fields: readonly Field[]; sortedBy: readonly string[] };

/** The files that hold the tables: their columns, in the order in which they are written. */
export const TABLES: Readonly<Record<TableName, Table>> = {
  places: {
    file: "places.csv",
    sortedBy: ["code"],
    fields: [
      { header: "code", field: "code", as: "required" },
      { header: "level", field: "level", as: LEVELS },
      { header: "name", field: "name", as: "required" },
      { header: "kind", field: "kind", as: "text" },
      { header: "benchmark_group", field: "benchmarkGroup", as: "text" },
      { header: "legal_form", field: "legalForm", as: "text" },
      { header: "postcode", field: "postcode", as: "text" },
      { header: "ons_code", field: "onsCode", as: "text" },
      { header: "opens", field: "opens", as: "date" },
      { header: "closes", field: "closes", as: "date" },
      { header: "source", field: "source", as: "text" },
      { header: "synthetic", field: "synthetic", as: "optional_yes" },
    ],
  },
  memberships: {
    file: "memberships.csv",
    sortedBy: ["child", "from"],
    fields: [
      { header: "child", field: "child", as: "required" },
      { header: "parent", field: "parent", as: "required" },
      { header: "valid_from", field: "from", as: "date" },
      { header: "valid_to", field: "to", as: "date" },
      { header: "evidence", field: "evidence", as: ["fact", "assumption"] },
      { header: "note", field: "note", as: "text" },
    ],
  },
  names: {
    file: "names.csv",
    sortedBy: ["code", "until", "name"],
    fields: [
      { header: "code", field: "code", as: "required" },
      { header: "name", field: "name", as: "required" },
      { header: "until", field: "until", as: "date" },
      { header: "note", field: "note", as: "text" },
    ],
  },
  successions: {
    file: "successions.csv",
    sortedBy: ["from", "to"],
    fields: [
      { header: "from_code", field: "from", as: "required" },
      { header: "to_code", field: "to", as: "text" },
      { header: "date", field: "date", as: "date" },
      { header: "kind", field: "kind", as: SUCCESSION_KINDS },
      { header: "note", field: "note", as: "text" },
    ],
  },
  formerCodes: {
    file: "former-codes.csv",
    sortedBy: ["code", "formerCode"],
    fields: [
      { header: "code", field: "code", as: "required" },
      { header: "scheme", field: "scheme", as: "required" },
      { header: "former_code", field: "formerCode", as: "required" },
      { header: "until", field: "until", as: "date" },
      { header: "note", field: "note", as: "text" },
    ],
  },
};

/**
 * Reads the tables from the texts of their files. A wrong level, date or evidence fails with its file and line.
 * Whether the tables agree with one another is `tableProblems`' question.
 * A table that is not given is empty. Places are fictional only where a column `synthetic` says `yes`.
 */
export function readReferenceTables(texts: Partial<TableTexts>): Result<ReferenceTables> {
  const read: Record<string, unknown[]> = {};
  for (const table of Object.keys(TABLES) as TableName[]) {
    const text = texts[table];
    const rows = text === undefined ? ok([]) : readRows(TABLES[table], text);
    if (!rows.ok) return rows;
    read[table] = rows.value;
  }
  return ok(read as unknown as ReferenceTables);
}

function readRows({ file, fields }: Table, text: string): Result<Record<string, unknown>[]> {
  const needed = fields.filter(({ as }) => as !== "optional_yes").map(({ header }) => header);
  const rows = readTable(text, file, needed);
  if (!rows.ok) return rows;
  const read: Record<string, unknown>[] = [];
  for (const { line, cell } of rows.value) {
    const row: Record<string, unknown> = {};
    for (const { header, field, as } of fields) {
      const value = cell(header);
      row[field] = as === "optional_yes" ? value === "yes" : value;
      const wrong = wrongCell(value, as);
      if (wrong !== null)
        return fail("reference-table", `${file}, line ${line}: ${header} ${wrong}.`, "Mend that cell.");
    }
    read.push(row);
  }
  return ok(read);
}

function wrongCell(value: string | null, as: Field["as"]): string | null {
  if (as === "text" || as === "optional_yes") return null;
  if (as === "date")
    return value === null || isIsoDate(value) ? null : `is “${value}”, which is no date (YYYY-MM-DD)`;
  if (value === null) return "is empty";
  return as === "required" || as.includes(value) ? null : `is “${value}”, not one of ${as.join(", ")}`;
}

/** Writes the tables in their one form: sorted by level, code and date, so that a change shows as its own lines. */
export function writeReferenceTables(tables: ReferenceTables): TableTexts {
  const level = new Map(tables.places.map((place) => [place.code, LEVELS.indexOf(place.level)]));
  const written = (table: TableName) => {
    const { fields, sortedBy } = TABLES[table];
    const columns = fields.filter(({ as }) => as !== "optional_yes");
    const rows = (tables[table] as readonly Record<string, unknown>[]).map((row) => {
      const keys = sortedBy.map((field) => String(row[field] ?? ""));
      return { row, key: [level.get(keys[0] ?? "") ?? 9, ...keys].join("\u0000") };
    });
    rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return writeTable(
      columns.map(({ header }) => header),
      rows.map(({ row }) => columns.map(({ field }) => (row[field] ?? null) as string | null)),
    );
  };
  return {
    places: written("places"),
    memberships: written("memberships"),
    names: written("names"),
    successions: written("successions"),
    formerCodes: written("formerCodes"),
  };
}

/** Two sets of tables as one: the real places, and the fictional ones of a sample. */
export function joinReferenceTables(one: ReferenceTables, other: ReferenceTables): ReferenceTables {
  return {
    places: [...one.places, ...other.places],
    memberships: [...one.memberships, ...other.memberships],
    names: [...one.names, ...other.names],
    successions: [...one.successions, ...other.successions],
    formerCodes: [...one.formerCodes, ...other.formerCodes],
  };
}
