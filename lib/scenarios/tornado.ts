import { quantileOf } from "./distribution";
import type { EffectiveAssumption } from "./effective-assumptions";
import { isUncertain, spreadOf } from "./effective-assumptions";
import { type Analysed, expectedOf } from "./measure-of";
import { prepareProjection, type ToProject } from "./prepare-projection";

/** What an uncertain assumption does by itself, the others at their centre. */
export type Sway = {
  id: string;
  title: string;
  class: EffectiveAssumption["class"];
  from: EffectiveAssumption["from"];
  /** The assumption at its 10th and 90th percentile; of a table of rates, what its hazards are multiplied by. */
  at: { low: number; high: number };
  /** The measure then. */
  measure: { low: number; high: number };
};

/** Each uncertain assumption at its 10th and 90th percentile, the widest swing first. Null where a figure is not had. */
export function tornado(
  asked: ToProject,
  { place, measure, year }: { place: string; measure: Analysed; year: number },
): { centre: number; sways: Sway[] } | null {
  const { assumptions, places } = prepareProjection({
    ...asked,
    scenario: { ...asked.scenario, horizon: year, runs: 0 },
  });
  const here = places.find((one) => one.place.code === place);
  if (here === undefined) return null;
  const uncertain = assumptions.filter(isUncertain);
  const valueAt = (at: number, value: number): number | null =>
    expectedOf(
      measure,
      here.outlineIn(uncertain.map((_, one) => (one === at ? value : undefined))),
      here.centre,
      year,
    );
  const centre = expectedOf(measure, here.outlineIn(), here.centre, year);
  if (centre === null) return null;
  const sways: Sway[] = [];
  for (const [at, one] of uncertain.entries()) {
    const { id, title, from, class: evidence } = one;
    const spread = spreadOf(one);
    const [low, high] = [quantileOf(spread, 0.1), quantileOf(spread, 0.9)];
    const [less, more] = [valueAt(at, low), valueAt(at, high)];
    if (less === null || more === null) return null;
    sways.push({ id, title, class: evidence, from, at: { low, high }, measure: { low: less, high: more } });
  }
  const width = ({ measure: { low, high } }: Sway) => Math.abs(high - low);
  return { centre, sways: sways.sort((a, b) => width(b) - width(a)) };
}
