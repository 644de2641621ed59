import { AGE_BAND_IDS, AGE_COUNT, spanOf } from "./ages";
import { SUPPLY_DEFAULTS } from "./assumptions";

/** People and their contracted WTE. */
export type Counted = { heads: number; wte: number };

/** Share of staff by age band of the return, where a place tells nothing; sums to one. */
export const DEFAULT_AGE_MIX: Readonly<Record<string, number>> = (() => {
  const { "65_plus": oldest, ...mix } = SUPPLY_DEFAULTS["age-mix"].value;
  const under70 = SUPPLY_DEFAULTS["age-mix-65-plus"].value;
  const all = { ...mix, "65_69": oldest * under70, "70_plus": oldest * (1 - under70) };
  const total = Object.values(all).reduce((sum, share) => sum + share, 0);
  return Object.fromEntries(Object.entries(all).map(([band, share]) => [band, share / total]));
})();

/**
 * Spreads people by age band of the return over single ages, evenly within a band. Those of unknown age follow the
 * known of the group; where none is known, the profession's mix (shares by band, sum one). Heads and WTE keep their
 * sums. `[age - 16]`.
 */
export function spreadAges(
  byBand: ReadonlyMap<string, Counted>,
  unknown: Counted,
  profession: Readonly<Record<string, number>> = DEFAULT_AGE_MIX,
): { heads: number[]; wte: number[] } {
  const known = AGE_BAND_IDS.reduce((sum, band) => sum + (byBand.get(band)?.heads ?? 0), 0);
  const heads = new Array<number>(AGE_COUNT).fill(0);
  const wte = new Array<number>(AGE_COUNT).fill(0);
  for (const band of AGE_BAND_IDS) {
    const own = byBand.get(band) ?? { heads: 0, wte: 0 };
    const share = known > 0 ? own.heads / known : (profession[band] ?? 0);
    const { from, to } = spanOf(band);
    const width = to - from + 1;
    for (let at = from; at <= to; at += 1) {
      heads[at] = (own.heads + unknown.heads * share) / width;
      wte[at] = (own.wte + unknown.wte * share) / width;
    }
  }
  return { heads, wte };
}

/**
 * Mean WTE by single age from heads and WTE. An age at which nobody is takes the whole group's mean; an empty group
 * takes `otherwise`.
 */
export function meanWteByAge(heads: readonly number[], wte: readonly number[], otherwise: number): number[] {
  const people = heads.reduce((sum, count) => sum + count, 0);
  const group = people > 0 ? wte.reduce((sum, value) => sum + value, 0) / people : otherwise;
  return heads.map((count, at) => (count > 0 ? (wte[at] ?? 0) / count : group));
}
