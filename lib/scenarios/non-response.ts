import type { Figure } from "@/lib/disclosure/figure";
import { N_DIST } from "@/lib/disclosure/thresholds";
import type { PublishedPlace } from "@/lib/published/release";
import { counterUniform } from "@/lib/statistics/counter-uniform";
import { gammaQuantile } from "@/lib/statistics/gamma-quantile";
import { streamOf } from "./draw-parameters";

/**
 * The organisations of a place that have not answered, as they are imputed from like ones: how much of the place's staff
 * they are taken to have, and how sure that is. Plain numbers: a release stores it with its looks.
 */
export type Imputed = {
  /** How many have not answered. */
  organisations: number;
  /** Of the place's staff, those that answered and those that have not together: 0 to 0.5. */
  share: number;
  /** Standard deviation of the staff of those that have not answered, as a share of what they are taken to have. */
  deviation: number;
};

/** Below half of the workforce nothing is imputed (docs/method/disclosure.md). */
const LEAST_COVERAGE = 50;
/** Deviations are given to this step: they are of the whole nation, and tell of no organisation. */
const STEP = 0.05;
/** The published coverage is in whole per cent: standard deviation of what that leaves open, in points. */
const COVERAGE_ROUNDED = 0.5 / Math.sqrt(3);
/** What "<5" counts as. */
const UNDER_FIVE = 2;

type Sizes = ReadonlyMap<string, number>;

function sizesOf(figures: readonly Figure[]): Sizes {
  return new Map(
    figures.flatMap(({ level, measure, dimension, basis, place, value, symbol }) => {
      if (level !== "organisation" || measure !== "headcount" || dimension !== "all" || basis !== "returned")
        return [];
      const size = value ?? (symbol === "<5" ? UNDER_FIVE : null);
      return size === null ? [] : [[place, size] as const];
    }),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const rounded = (share: number): number => Math.max(STEP, Math.round(share / STEP) * STEP);

/** How unlike organisations are: the standard deviation of their sizes over their mean; null of fewer than ten. */
function spreadOfSizes(now: Sizes): number | null {
  const sizes = [...now.values()];
  if (sizes.length < N_DIST) return null;
  const centre = mean(sizes);
  return rounded(Math.sqrt(mean(sizes.map((size) => (size - centre) ** 2))) / centre);
}

/**
 * How much one organisation's size changes from a census before: root of the mean squared change over the mean size, of
 * those that answered both. What rounding adds to it stays in: the size before is known no better.
 */
function spreadOfChange(now: Sizes, before: Sizes): number | null {
  const pairs = [...now].flatMap(([code, size]) => {
    const was = before.get(code);
    return was === undefined ? [] : [[size, was] as const];
  });
  if (pairs.length < N_DIST) return null;
  const root = Math.sqrt(mean(pairs.map(([size, was]) => (size - was) ** 2)));
  return rounded(root / mean(pairs.map(([, was]) => was)));
}

/**
 * What is imputed in each place of a release of which some organisation has not answered. Their share is what the
 * published coverage leaves: their size at an earlier census where they answered one, else that of like ones. How sure it
 * is follows from how far organisations' sizes differ and change in the whole release, from how many are imputed in
 * each way, and from the rounding of the coverage; each organisation counts as much as another, so that nothing is told
 * of any one's size.
 *
 * @param earlier figures of the censuses before, newest first
 */
export function imputedIn(
  places: readonly PublishedPlace[],
  figures: readonly Figure[],
  earlier: readonly (readonly Figure[])[],
): Map<string, Imputed> {
  const now = sizesOf(figures);
  const before = earlier.map(sizesOf);
  const unlike = spreadOfSizes(now);
  const changing = before.map((sizes) => spreadOfChange(now, sizes));
  const deviationOf = (code: string): number | null => {
    const at = before.findIndex((sizes) => sizes.has(code));
    return (at < 0 ? null : changing[at]) ?? unlike;
  };
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const missing = new Map<string, string[]>();
  for (const { code, response } of places) {
    if (response !== "not_returned") continue;
    for (let above = parents.get(code) ?? null; above !== null; above = parents.get(above) ?? null)
      missing.set(above, [...(missing.get(above) ?? []), code]);
  }
  const coverage = new Map(
    figures.flatMap(({ measure, place, value }) =>
      measure === "workforce-coverage" && value !== null ? [[place, value] as const] : [],
    ),
  );
  return new Map(
    [...missing].flatMap(([place, codes]) => {
      const covered = coverage.get(place);
      const spreads = codes.map(deviationOf);
      if (covered === undefined || covered < LEAST_COVERAGE || covered >= 100) return [];
      if (!spreads.every((spread) => spread !== null)) return [];
      const share = 1 - covered / 100;
      const ofSizes = Math.sqrt(spreads.reduce((sum, spread) => sum + spread ** 2, 0)) / codes.length;
      const deviation = Math.hypot(ofSizes, COVERAGE_ROUNDED / (100 * share * (1 - share)));
      return [
        [
          place,
          { organisations: codes.length, share, deviation: Math.round(100 * deviation) / 100 },
        ] as const,
      ];
    }),
  );
}

/**
 * In each history: what the figures of those that answered are to be multiplied by for all, those that have not answered
 * imputed. Their staff are gamma distributed, since nobody has fewer than none.
 */
export function weightsOf(
  { share, deviation }: Imputed,
  place: string,
  { runs, seed }: { runs: number; seed: number },
): Float64Array {
  const stream = streamOf(`${place} not answered`);
  const [centre, shape] = [share / (1 - share), 1 / deviation ** 2];
  return Float64Array.from(
    { length: runs },
    (_, run) => 1 + gammaQuantile(counterUniform(seed, stream, run), shape, shape / centre),
  );
}

/** Figures of those that answered as figures of all, history by history. */
export const weighted = (values: ArrayLike<number>, weights: Float64Array): Float64Array =>
  weights.map((weight, run) => weight * (values[run] as number));
