import type { Interval } from "../interval";
import { B } from "../thresholds";
import { FREE, type Statement } from "./statement";

/** A cut point: 0 to 4, and for WTE a fraction of one more. */
export type Cut = { whole: number; fraction: number };

/** Between which bounds a sum lies: by what is published, and by what its members learn by correcting their returns. */
export type Bounds = { published: Interval; learnt: Interval };

/**
 * What a figure says of its sum x. It is published as p where p <= x + s < p + 5 with the cut point s. Who corrects a
 * return of its own until the figure moves learns x + s, and so knows x to 4 (people) or 5 (WTE, of which a fraction
 * is cut too), or 1 where posts are published to one.
 */
export function boundsOfFigure(
  { known, reach }: Statement,
  exact: number,
  cut: Cut,
  isCount: boolean,
): Bounds {
  const moved = exact + (reach === 1 ? 0 : cut.whole) + (isCount ? 0 : cut.fraction);
  return { published: known, learnt: { low: Math.max(known.low, moved - reach), high: moved } };
}

/**
 * What a figure of WTE says beside that of the same people, with which it shares the cut point: p <= people + s <= p + 4
 * and q <= WTE + s + fraction < q + 5, so people less WTE is within five of p - q. A WTE that is shown as p may be
 * more, since it is never shown above the people. Who learns both cut points knows the difference to one.
 */
export function boundsOfDifference({ people, shown }: Statement, exact: number, { fraction }: Cut): Bounds {
  const learnt = { low: exact - fraction, high: exact - fraction + 1 };
  if (people === null) return { published: FREE, learnt };
  const apart = people - shown;
  return {
    published: { low: shown < people ? apart - B : FREE.low, high: apart + B },
    learnt,
  };
}
