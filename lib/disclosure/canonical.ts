import { createHash } from "node:crypto";
import type { Figure } from "./figure";

/** The stable name of a figure. */
export const cellId = (figure: Omit<Figure, "cellId" | "value" | "symbol" | "low" | "high">): string =>
  [
    figure.level,
    figure.place,
    figure.measure,
    figure.dimension,
    figure.category,
    figure.basis,
    figure.audience,
  ].join(":");

/** Figures in the order of their names, by code unit, on every machine and in every language. */
export const inCanonicalOrder = (figures: readonly Figure[]): Figure[] =>
  [...figures].sort((a, b) => (a.cellId < b.cellId ? -1 : a.cellId > b.cellId ? 1 : 0));

/**
 * The hash of a release: SHA-256 of its rows in canonical order, each the JSON of its twelve fields in the order of
 * the release table, a line each. Whoever has the table can form it again.
 */
export function hashOf(figures: readonly Figure[]): string {
  const hash = createHash("sha256");
  for (const {
    cellId,
    level,
    place,
    dimension,
    category,
    measure,
    basis,
    audience,
    value,
    symbol,
    low,
    high,
  } of inCanonicalOrder(figures)) {
    hash.update(
      JSON.stringify([
        cellId,
        level,
        place,
        dimension,
        category,
        measure,
        basis,
        audience,
        value,
        symbol,
        low,
        high,
      ]),
    );
    hash.update("\n");
  }
  return hash.digest("hex");
}
