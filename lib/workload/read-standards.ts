import { readTable, type TableRow } from "@/lib/places/csv-table";
import { ok, type Result } from "@/lib/result";
import { exactly, type ValueRange } from "@/lib/statistics/value-range";
import { DEFAULT_IDS, type Defaults, type DefaultUsed, type EvidenceClass } from "./defaults";
import type { Standards } from "./standards";

/** The tables, and their columns; `categories` is of `data/reference`, the rest of `data/standards`. */
export const STANDARDS_TABLES = {
  categories: { folder: "reference", file: "categories.csv", columns: ["code", "title", "ppm_hours"] },
  defaults: {
    folder: "standards",
    file: "defaults.csv",
    columns: ["id", "nation", "value", "low", "high", "unit", "evidence", "source"],
  },
  weeks: {
    folder: "standards",
    file: "standard-weeks.csv",
    columns: ["nation", "from", "hours_per_week", "evidence", "source"],
  },
  models: {
    folder: "standards",
    file: "maintenance-models.csv",
    columns: ["model", "planned_share", "repair_share", "oversight_hours"],
  },
  activities: {
    folder: "standards",
    file: "activities.csv",
    columns: ["activity", "unit", "specialisms", "hours", "pooled"],
  },
  specialisms: { folder: "standards", file: "specialisms.csv", columns: ["specialism", "main_work"] },
  categorySpecialisms: {
    folder: "standards",
    file: "category-specialisms.csv",
    columns: ["category", "specialism"],
  },
  skillMix: { folder: "standards", file: "skill-mix.csv", columns: ["activity", "registered_percent"] },
} as const;
export type StandardsTable = keyof typeof STANDARDS_TABLES;

/** Reads the project's tables of times and defaults from their texts; a table without its columns fails. */
export function readStandards(texts: Readonly<Record<StandardsTable, string>>): Result<Standards> {
  const tables = {} as Record<StandardsTable, TableRow[]>;
  for (const name of Object.keys(STANDARDS_TABLES) as StandardsTable[]) {
    const { file, columns } = STANDARDS_TABLES[name];
    const rows = readTable(texts[name], file, columns);
    if (!rows.ok) return rows;
    tables[name] = rows.value;
  }
  return ok({
    defaultsOf: defaultsIn(tables.defaults),
    weeks: tables.weeks.map((row) => ({
      nation: row.cell("nation"),
      from: row.cell("from"),
      hours: number(row, "hours_per_week"),
      evidence: text(row, "evidence") as EvidenceClass,
      source: text(row, "source"),
    })),
    models: new Map(
      tables.models.map((row) => [
        text(row, "model"),
        {
          planned: interval(row, "planned_share") ?? exactly(0),
          repair: interval(row, "repair_share") ?? exactly(0),
          oversight: interval(row, "oversight_hours") ?? exactly(0),
        },
      ]),
    ),
    categories: new Map(
      tables.categories.map((row) => [
        text(row, "code"),
        {
          title: text(row, "title"),
          planned: interval(row, "ppm_hours"),
          repair: interval(row, "repair_hours"),
          acceptance: interval(row, "acceptance_hours"),
          decommission: interval(row, "decommission_hours"),
          repairsPerDevice: interval(row, "repairs_per_device_year"),
        },
      ]),
    ),
    activities: new Map(
      tables.activities.map((row) => [
        text(row, "activity"),
        {
          activity: text(row, "activity"),
          unit: row.cell("unit"),
          specialisms: members(row, "specialisms"),
          time: interval(row, "hours"),
          pooled: row.cell("pooled") === "yes",
        },
      ]),
    ),
    mainWork: new Map(tables.specialisms.map((row) => [text(row, "specialism"), members(row, "main_work")])),
    categorySpecialisms: new Map(
      tables.categorySpecialisms.map((row) => [text(row, "category"), text(row, "specialism")]),
    ),
    registeredPercent: new Map(
      tables.skillMix.map((row) => [text(row, "activity"), number(row, "registered_percent")]),
    ),
  });
}

function defaultsIn(rows: readonly TableRow[]): Standards["defaultsOf"] {
  return (nation) =>
    Object.fromEntries(
      DEFAULT_IDS.map((id): [string, DefaultUsed] => {
        const of = (code: string | null) =>
          rows.find((row) => row.cell("id") === id && row.cell("nation") === code);
        const row = (nation === null ? undefined : of(nation)) ?? of(null);
        if (!row) throw new Error(`data/standards/defaults.csv has no row of ${id}`);
        return [
          id,
          {
            id,
            value: number(row, "value"),
            low: number(row, "low"),
            high: number(row, "high"),
            unit: text(row, "unit"),
            evidence: text(row, "evidence") as EvidenceClass,
            source: text(row, "source"),
          },
        ];
      }),
    ) as Defaults;
}

const text = (row: TableRow, header: string): string => row.cell(header) ?? "";

const members = (row: TableRow, header: string): string[] =>
  text(row, header)
    .split(";")
    .filter((member) => member !== "");

/** The project's own tables are held by tests: a cell that is no number is a bug. */
function number(row: TableRow, header: string): number {
  const value = Number(row.cell(header) ?? "empty");
  if (Number.isNaN(value))
    throw new Error(`Line ${row.line} of a standards table has no number in ${header}`);
  return value;
}

const interval = (row: TableRow, header: string): ValueRange | null =>
  row.cell(header) === null
    ? null
    : {
        value: number(row, header),
        low: number(row, `${header}_low`),
        high: number(row, `${header}_high`),
      };
