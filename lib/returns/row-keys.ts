import type { CellValue, Column, Part, PartName, Row } from "./part";

/** How the rows of a part are found again in another version, and what is said of one. */
type RowKey = {
  /** `own`: a reference of the sender's, which may be missing. `what`: what the row is of, where blank is an answer. */
  kind: "own" | "what";
  columns: readonly string[];
  /** What a blank cell stands for. */
  blank?: Readonly<Record<string, string>>;
  one: string;
  many: string;
};

/** Of flows no row is found again: they are what happened in one year. */
export const ROW_KEYS: Readonly<Partial<Record<PartName, RowKey>>> = {
  workforce: {
    kind: "own",
    columns: ["post_ref"],
    one: "post with a reference",
    many: "posts with a reference",
  },
  devices: {
    kind: "what",
    columns: [
      "owner_organisation_code",
      "service_unit",
      "site_code",
      "category",
      "setting",
      "maintenance_model",
    ],
    blank: { setting: "mixed_unknown" },
    one: "row of devices",
    many: "rows of devices",
  },
  assets: {
    kind: "own",
    columns: ["asset_ref"],
    one: "device with an asset reference",
    many: "devices with an asset reference",
  },
  activities: {
    kind: "what",
    columns: ["owner_organisation_code", "service_unit", "activity", "specialism", "unit"],
    one: "row of an activity",
    many: "rows of activities",
  },
  profile: {
    kind: "what",
    columns: ["organisation_code", "service_unit"],
    one: "service unit",
    many: "service units",
  },
};

const textOf = (value: CellValue | undefined): string => String(value ?? "");

/** The key of a row, its case ignored where it is the sender's own; null where it has none. */
export function rowKey(part: PartName, row: Row): string | null {
  const key = ROW_KEYS[part];
  if (!key) return null;
  if (key.kind === "own") return textOf(row[key.columns[0] as string]).toLowerCase() || null;
  return key.columns.map((name) => textOf(row[name]) || (key.blank?.[name] ?? "")).join("|");
}

/** The columns in which a row can differ: all but its key and what the collection fixes. */
export const comparedColumns = ({ name, columns }: Part): Column[] =>
  columns.filter((column) => column.equals === undefined && !ROW_KEYS[name]?.columns.includes(column.name));
