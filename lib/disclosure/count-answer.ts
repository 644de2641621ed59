import type { MeasureUnit } from "@/lib/measures/measure";
import { type Answer, NOT_RETURNED, shown, underFive, WITHHELD } from "./answer";
import { scaleOf } from "./contributions/contribution";
import { cutPoint, roundPeople, roundWte } from "./draw";
import { type Cell, ident } from "./ident";
import { peopleInterval, wteInterval } from "./interval";
import type { OpenLedger } from "./ledger";
import type { Truth } from "./truth";

/**
 * Draws a count of people, or the WTE of people, that stands for itself: trainees, leavers, people who are available.
 * Its family has a cut point of its own.
 */
export function countAnswer(
  measure: string,
  unit: MeasureUnit,
  cell: Cell,
  key: Uint8Array,
  ledger: OpenLedger,
  truth: Truth,
): Answer {
  if (cell.members.length === 0) return NOT_RETURNED;
  const entry = ledger.entry(ident(cell));
  if (entry.withheld) return WITHHELD;
  const cut = cutPoint(key, entry.ident, entry.draws);
  const exact = truth.exact(measure, cell);
  const inUnits = scaleOf(unit) > 1;
  const published = inUnits ? roundWte(exact, cut, 5) : roundPeople(exact, cut);
  const within = inUnits ? wteInterval(published, 5, false) : peopleInterval(published);
  return published === 0 ? underFive(within) : shown(published, within);
}
