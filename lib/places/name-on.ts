import type { ReferenceTables } from "./reference-tables";

/**
 * A place's name on a date (ISO): the earliest of its dated old names that still held, else its present name.
 * An old name whose last day is not known is never chosen. Null for a code that is no place's.
 */
export function nameOn(tables: ReferenceTables, code: string, date: string): string | null {
  let held: { name: string; until: string } | null = null;
  for (const { code: of, name, until } of tables.names) {
    if (of === code && until !== null && date <= until && (held === null || until < held.until))
      held = { name, until };
  }
  return held?.name ?? tables.places.find((place) => place.code === code)?.name ?? null;
}
