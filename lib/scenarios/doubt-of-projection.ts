import type { Outline } from "@/lib/supply/expectation";
import { GROUP_COUNT } from "@/lib/supply/groups";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Paths } from "@/lib/supply/sample-paths";
import { type EffectiveAssumption, isUncertain } from "./effective-assumptions";
import type { Doubt } from "./projection";
import type { StartShift } from "./start-doubt";

/** So many draws tell how the doubt splits up. */
export const DOUBT_DRAWS = 100;

/** WTE in post of all groups. */
export const wteAt = ({ inPostWte }: Outline, year: number): number =>
  inPostWte.subarray(year * GROUP_COUNT, (year + 1) * GROUP_COUNT).reduce((sum, wte) => sum + wte, 0);

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
  weights: Float64Array | null = null,
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
    ...nonResponseIn(drawn, total, weights),
    illustrativeShare: all > 0 ? Math.min(1, Math.max(0, parameters - others) / all) : 0,
  };
}

/** What imputing adds, whose draws hang together with no others: the variance of a product of two that do not. */
function nonResponseIn(drawn: ArrayLike<number>, total: number, weights: Float64Array | null) {
  if (weights === null) return { nonResponse: 0, all: Math.sqrt(total) };
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, one) => sum + one / values.length, 0);
  const [wte, weight, spread] = [mean(drawn), mean(weights), variance(weights)];
  return {
    nonResponse: wte * Math.sqrt(spread),
    all: Math.sqrt(spread * wte ** 2 + total * weight ** 2 + spread * total),
  };
}
