import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";

/**
 * A cell's value as the audit may tell it: one of those that its column allows, or a short number. Anything else may say
 * something about somebody, and is null.
 */
export function toldValue(part: PartName, column: string, value: string): string | null {
  const allowed = PARTS[part].columns.find(({ name }) => name === column)?.allowed ?? [];
  if (value === "" || allowed.some((each) => each.value === value)) return value;
  return /^-?\d{1,5}(?:\.\d{1,5})?$/.test(value) ? value : null;
}
