import { type Answer, shown, underFive } from "./answer";
import { roundWte } from "./draw";
import { drawingOf } from "./drawing";
import type { Cell } from "./ident";
import { wteInterval } from "./interval";
import type { OpenLedger } from "./ledger";
import type { Truth } from "./truth";

/** More may be in post than are funded. */
const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(["vacancy", "vacancy-with-cover"]);

/**
 * Draws a cell of posts, in WTE, to one (facts about posts of all staff) or to five (a role). Each family has its
 * own cut point. At a step of one every value is shown, nought included; at five, nought prints "<5".
 */
export function postAnswer(
  measure: string,
  cell: Cell,
  step: 1 | 5,
  key: Uint8Array,
  ledger: OpenLedger,
  truth: Truth,
): Answer {
  const drawing = drawingOf(cell, key, ledger);
  if (!drawing.cut) return drawing.instead;
  const wte = roundWte(truth.exact(measure, cell), drawing.cut, step);
  const within = wteInterval(wte, step, MAY_BE_NEGATIVE.has(measure));
  return step === 5 && wte === 0 ? underFive(within) : shown(wte, within);
}
