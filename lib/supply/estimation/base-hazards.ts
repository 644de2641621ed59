import { AGE_BAND_IDS, AGE_COUNT, byAge, spanOf, YOUNGEST } from "../ages";
import { SUPPLY_DEFAULTS } from "../assumptions";
import { DEFAULT_AGE_MIX } from "../spread-ages";
import { byExitCause, EXIT_CAUSES, type ExitCause } from "./exit-rows";

/**
 * What the estimates of promotion are multiples of: the defaults have none, so that there is no shape by age to keep.
 * Its size is but a unit.
 */
const PROMOTION_UNIT = 0.05;

const PROBABILITIES: Readonly<Record<ExitCause, readonly number[]>> = {
  leave: byAge(SUPPLY_DEFAULTS["leave-by-age"].value),
  move: byAge([[YOUNGEST, SUPPLY_DEFAULTS.move.value]]),
  promote: byAge([[YOUNGEST, PROMOTION_UNIT]]),
  retire: byAge(SUPPLY_DEFAULTS["retire-by-age"].value),
};

/** Hazards a year by single age (`[age - 16]`), whose shape by age every estimate keeps. */
export const BASE_HAZARDS: Readonly<Record<ExitCause, readonly number[]>> = byExitCause((cause) =>
  PROBABILITIES[cause].map((probability) => -Math.log1p(-probability)),
);

/** The age bands that rows may name; the last stands for the profession's default mix. */
export const ROW_BANDS: readonly string[] = [...AGE_BAND_IDS, "unknown"];

/** The share of a band's people at each single age from 16; they are spread evenly, as everywhere in the model. */
const SPREAD: readonly (readonly number[])[] = ROW_BANDS.map((band) => {
  const shares = new Array<number>(AGE_COUNT).fill(0);
  for (const one of band === "unknown" ? AGE_BAND_IDS : [band]) {
    const { from, to } = spanOf(one);
    const share = band === "unknown" ? (DEFAULT_AGE_MIX[one] ?? 0) : 1;
    for (let at = from; at <= to; at += 1) shares[at] = share / (to - from + 1);
  }
  return shares;
});

/** The mean over a band's people of something by single age. */
const overBand = (byPosition: (position: number) => number): number[] =>
  SPREAD.map((shares) =>
    shares.reduce((sum, share, at) => (share > 0 ? sum + share * byPosition(at) : sum), 0),
  );

/** A number for each cause and band of rows. */
export type ByCauseAndBand = Readonly<Record<ExitCause, readonly number[]>>;

/** Base hazards a year by band. */
export const BASE_BY_BAND: ByCauseAndBand = byExitCause((cause) =>
  overBand((at) => BASE_HAZARDS[cause][at] ?? 0),
);

/**
 * The share of the year for which somebody of a band who fell to some cause within it was no longer at risk, where all
 * causes act at these multipliers of the base: 1 − E(t | t < 1) of an exponential time. Those at the top of a ladder are
 * without promotion.
 */
export function lostByBand(multipliers: Readonly<Record<ExitCause, number>>, climbs: boolean): number[] {
  const causes = EXIT_CAUSES.filter((cause) => climbs || cause !== "promote");
  return ROW_BANDS.map((_, band) => {
    const all = causes.reduce((sum, cause) => sum + multipliers[cause] * (BASE_BY_BAND[cause][band] ?? 0), 0);
    return all > 1e-3 ? 1 - 1 / all + 1 / Math.expm1(all) : 0.5;
  });
}
