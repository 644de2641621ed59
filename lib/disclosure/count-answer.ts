import type { MeasureUnit } from "@/lib/measures/measure";
import { type Answer, shown, underFive } from "./answer";
import { scaleOf } from "./contributions/contribution";
import { roundPeople, roundWte } from "./draw";
import { drawingOf } from "./drawing";
import type { Cell } from "./ident";
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
  const drawing = drawingOf(cell, key, ledger);
  if (!drawing.cut) return drawing.instead;
  const exact = truth.exact(measure, cell);
  const inUnits = scaleOf(unit) > 1;
  const published = inUnits ? roundWte(exact, drawing.cut, 5) : roundPeople(exact, drawing.cut);
  const within = inUnits ? wteInterval(published, 5, false) : peopleInterval(published);
  return published === 0 ? underFive(within) : shown(published, within);
}
