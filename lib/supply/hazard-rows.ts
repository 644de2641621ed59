import { hazardsOf } from "./compile-law";
import type { RateTable, YearLaw } from "./year-law";

/** The hazards of an age, one after the other, leaving first: `[(group * 60 + age - 16) * 4 + cause]`. */
export const MOVE = 1;
export const PROMOTE = 2;
export const RETIRE = 3;
export const CAUSES = 4;

type Kept = { move: RateTable; promote: RateTable; rows: Float64Array };
const KEPT = new WeakMap<RateTable, WeakMap<RateTable, Kept>>();

/**
 * A law's four tables of hazards side by side, without its multipliers. Worked out once for as long as tables stay
 * together: the laws of many draws share them.
 */
export function hazardRows({ leave, move, promote, retire }: YearLaw): Float64Array {
  let byLeave = KEPT.get(retire);
  if (byLeave === undefined) {
    byLeave = new WeakMap();
    KEPT.set(retire, byLeave);
  }
  const known = byLeave.get(leave);
  if (known?.move === move && known.promote === promote) return known.rows;
  const rows = new Float64Array(leave.length * CAUSES);
  for (const [cause, table] of [leave, move, promote, retire].entries()) {
    for (const [at, value] of hazardsOf(table).entries()) rows[at * CAUSES + cause] = value;
  }
  byLeave.set(leave, { move, promote, rows });
  return rows;
}
