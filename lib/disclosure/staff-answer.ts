import { type Answer, shown, underFive, WITHHELD } from "./answer";
import { roundPeople, roundWte, WTE_UNITS } from "./draw";
import { drawingOf } from "./drawing";
import type { Cell } from "./ident";
import { peopleInterval, wteInterval } from "./interval";
import type { OpenLedger } from "./ledger";
import type { Truth } from "./truth";

/** A cell of people: its headcount and its in-post WTE, which share one cut point. */
export type StaffAnswer = { headcount: Answer; "in-post": Answer };

const both = (answer: Answer): StaffAnswer => ({ headcount: answer, "in-post": answer });

/**
 * Draws a cell of people. The WTE says nothing where the headcount says nothing, and never more than the headcount.
 * A few people may work more than one WTE; where that would put the truth outside the interval the WTE is withheld.
 */
export function staffAnswer(cell: Cell, key: Uint8Array, ledger: OpenLedger, truth: Truth): StaffAnswer {
  const drawing = drawingOf(cell, key, ledger);
  if (!drawing.cut) return both(drawing.instead);
  const { cut } = drawing;
  const people = roundPeople(truth.exact("headcount", cell), cut);
  if (people === 0)
    return { headcount: underFive(peopleInterval(0)), "in-post": underFive(wteInterval(0, 5, false)) };

  const units = truth.exact("in-post", cell);
  const wte = Math.min(roundWte(units, cut, 5), people);
  const within = wteInterval(wte, 5, false);
  const capped = units > within.high * WTE_UNITS;
  return {
    headcount: shown(people, peopleInterval(people)),
    "in-post": capped ? WITHHELD : wte === 0 ? underFive(within) : shown(wte, within),
  };
}

/**
 * The sum of published answers, for members, where too few organisations contribute to draw the aggregate itself.
 * It tells a member nothing that the parts do not. When all parts are "<5" the sum may be more than four, so
 * "<5" would be false.
 */
export function sumOfAnswers(parts: readonly Answer[]): Answer {
  let value = 0;
  let low = 0;
  let high = 0;
  for (const part of parts) {
    if (part.low === null) return part;
    value += part.value ?? 0;
    low += part.low;
    high += part.high;
  }
  if (value > 0) return shown(value, { low, high });
  return parts.length === 1 ? underFive({ low, high }) : WITHHELD;
}
