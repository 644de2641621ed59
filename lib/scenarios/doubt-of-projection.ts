import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Paths } from "@/lib/supply/sample-paths";
import { type EffectiveAssumption, isUncertain } from "./effective-assumptions";
import type { Doubt } from "./projection";
import type { StartShift } from "./start-doubt";

function variance(values: ArrayLike<number>): number {
  const count = values.length;
  if (count < 2) return 0;
  let mean = 0;
  for (let at = 0; at < count; at += 1) mean += (values[at] as number) / count;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += ((values[at] as number) - mean) ** 2;
  return sum / (count - 1);
}

/**
 * Splits the doubt about WTE in post at the horizon. The part of the assumptions is the variance of the exact
 * expectation over their draws, and that of the start's rounding the variance of what it moves; the histories have
 * chance besides, which is what is left. What the illustrative assumptions add is the fall when they are held at their
 * centre.
 *
 * @param wteAt The expectation in a draw, with the assumptions that `held` says at their centre.
 */
export function doubtOf(
  paths: Paths,
  assumptions: readonly EffectiveAssumption[],
  draws: number,
  wteAt: (held: (one: EffectiveAssumption) => boolean, run: number) => number,
  shift: StartShift | null = null,
): Doubt {
  const { runs, years } = paths;
  const from = (years * PATH_ROWS + PATH_ROWS - 1) * runs;
  const drawn = paths.inPostWte.subarray(from, from + runs);
  const moved = shift?.wte(years, PATH_ROWS - 1);
  const rounding = moved === undefined ? 0 : variance(moved);
  const histories = variance(drawn);
  const total = histories + rounding;
  const illustrative = (one: EffectiveAssumption) => one.class === "illustrative";
  const over = (held: (one: EffectiveAssumption) => boolean) =>
    variance(Array.from({ length: draws }, (_, run) => wteAt(held, run)));
  const uncertain = assumptions.filter(isUncertain);
  const parameters = uncertain.length > 0 ? over(() => false) : 0;
  // Held all of them, nothing varies; none of them, nothing changes.
  const others = uncertain.every(illustrative)
    ? 0
    : uncertain.some(illustrative)
      ? over(illustrative)
      : parameters;
  const all = Math.max(total, parameters);
  return {
    total: Math.sqrt(total),
    parameters: Math.sqrt(parameters),
    chance: Math.sqrt(Math.max(0, histories - parameters)),
    rounding: Math.sqrt(rounding),
    illustrativeShare: all > 0 ? Math.min(1, Math.max(0, parameters - others) / all) : 0,
  };
}
