/** Posts of one unit and what became of them within the year: see `FillRow`. */
export type FillCounts = { vacant: number; vacantFilled: number; emptied: number; refilled: number };

/** 1 − (1 − e^−x)/x without loss where x is small; the law's g. */
const refillShare = (x: number): number => (x < 1e-4 ? x / 2 - x ** 2 / 6 : 1 + Math.expm1(-x) / x);

/** Logarithms of what becomes of a post within the year, at a fill hazard of x a year. */
export type FillLogs = { vacantFilled: number; vacantNot: number; refilled: number; emptiedNot: number };

/**
 * A post vacant from the start is filled with probability 1 − e^−x, one that fell empty at a uniform moment with
 * 1 − (1 − e^−x)/x.
 */
export function fillLogs(x: number): FillLogs {
  const refill = refillShare(x);
  return {
    vacantFilled: Math.log(-Math.expm1(-x)),
    vacantNot: -x,
    refilled: Math.log(refill),
    emptiedNot: Math.log1p(-refill),
  };
}

/** ln of the likelihood of what became of a unit's posts. */
export const fillLogLikelihood = (counts: FillCounts, logs: FillLogs): number =>
  counts.vacantFilled * logs.vacantFilled +
  (counts.vacant - counts.vacantFilled) * logs.vacantNot +
  counts.refilled * logs.refilled +
  (counts.emptied - counts.refilled) * logs.emptiedNot;

/**
 * Vacancy-years of a unit's posts at a fill hazard of x a year, given what became of them: a post that was filled stood
 * vacant until then. Fills over vacancy-years give back x where x is their most likely value.
 */
export function vacancyYears(counts: FillCounts, x: number): number {
  const { vacant, vacantFilled, emptied, refilled } = counts;
  const [notFilled, notRefilled] = [vacant - vacantFilled, emptied - refilled];
  if (x < 1e-3) return vacantFilled / 2 + notFilled + refilled / 3 + notRefilled / 2;
  const untilFilled = 1 / x - 1 / Math.expm1(x);
  const untilRefilled = ((1 + Math.exp(-x)) / x + (2 * Math.expm1(-x)) / x ** 2) / refillShare(x);
  // What was left of the year when a post fell empty that was not filled again has the same mean as the first.
  return vacantFilled * untilFilled + notFilled + refilled * untilRefilled + notRefilled * untilFilled;
}

/**
 * The most likely fill hazard of posts that share one, with a prior worth `priorFills` fills at `base`: fills over
 * vacancy-years, again and again until they agree (Dempster, Laird and Rubin, JRSS B 39, 1977).
 */
export function fillHazard(counts: FillCounts, base: number, priorFills: number): number {
  const fills = counts.vacantFilled + counts.refilled;
  let x = base;
  for (let round = 0; round < 500; round += 1) {
    const next = (priorFills + fills) / (priorFills / base + vacancyYears(counts, x));
    if (Math.abs(next - x) < 1e-10 * x) return next;
    x = next;
  }
  return x;
}
