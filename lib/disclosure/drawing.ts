import { type Answer, NOT_RETURNED, WITHHELD } from "./answer";
import { type CutPoint, cutPoint } from "./draw";
import { type Cell, ident } from "./ident";
import type { OpenLedger } from "./ledger";

/**
 * The cut point of a cell, by its drawing in the ledger; or what is published instead: of a cell to which nobody
 * contributes, and of one that is withheld.
 */
export function drawingOf(
  cell: Cell,
  key: Uint8Array,
  ledger: OpenLedger,
): { cut: CutPoint } | { cut: null; instead: Answer } {
  if (cell.members.length === 0) return { cut: null, instead: NOT_RETURNED };
  const entry = ledger.entry(ident(cell));
  if (entry.withheld) return { cut: null, instead: WITHHELD };
  return { cut: cutPoint(key, entry.ident, entry.draws) };
}
