import type { CellValue } from "./part";

/** A value as a cell of a file has it: yes or no, set members parted by semicolons, nothing where there is none. */
export function cellAsSent(value: CellValue | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(";") : String(value ?? "");
}
