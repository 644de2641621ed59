/**
 * How large trusts are, by benchmark group: minimum, 10th, 25th, 50th, 75th and 90th percentile and maximum over the
 * trusts of England (quantiles of type 7). Distributions only: no trust's own figure can be told from them but the
 * smallest and the largest, which are cut off when a size is drawn.
 *
 * Staff: full-time equivalents of all staff, November 2025 (NHS England, NHS workforce statistics). Beds: general and
 * acute beds open, latest month to August 2025 (NHS England, bed availability). Open Government Licence v3.0.
 * Devolved organisations have no such table; theirs are judgement, from what is commonly said of their staff.
 */
export type Quantiles = readonly [number, number, number, number, number, number, number];
export type SizeGroup = { staff: Quantiles; beds: Quantiles | null };

const AT = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

export const SIZE_GROUPS = {
  teaching: {
    staff: [3503, 4937, 6642, 9244, 13130, 17744, 26598],
    beds: [257, 575, 758, 1035, 1407, 1688, 2486],
  },
  large: {
    staff: [5699, 6268, 6725, 7404, 8894, 10601, 13867],
    beds: [558, 628, 740, 854, 1064, 1250, 1727],
  },
  multi_service: {
    staff: [2295, 3064, 4147, 5930, 6721, 9042, 11457],
    beds: [233, 258, 304, 396, 630, 901, 966],
  },
  medium: {
    staff: [3957, 4374, 4555, 5269, 5892, 6232, 7719],
    beds: [365, 430, 482, 558, 647, 717, 1048],
  },
  small: { staff: [2319, 3037, 3404, 3874, 4259, 4407, 4975], beds: [297, 312, 376, 459, 500, 529, 531] },
  specialist: { staff: [1016, 1320, 1587, 1937, 3887, 4957, 5498], beds: [10, 34, 92, 151, 187, 238, 310] },
  mental_health: { staff: [1766, 3009, 3557, 4716, 6588, 7703, 11059], beds: null },
  community: { staff: [1438, 1641, 2251, 3266, 4580, 4786, 4880], beds: null },
  ambulance: { staff: [3301, 3743, 4549, 5934, 6651, 7423, 7832], beds: null },
  devolved_board: {
    staff: [2500, 4000, 7000, 10500, 14000, 19000, 24000],
    beds: [250, 400, 700, 1100, 1500, 1900, 2300],
  },
  island_board: { staff: [700, 750, 800, 900, 1000, 1100, 1200], beds: [40, 45, 50, 60, 70, 80, 90] },
} as const satisfies Readonly<Record<string, SizeGroup>>;

/** The value at a share of the distribution, by straight lines between the quantiles; the outer 5 % are cut off. */
export function sizeAt(quantiles: Quantiles, share: number): number {
  const at = Math.min(0.95, Math.max(0.05, share));
  const upper = AT.findIndex((known) => known >= at);
  const [low, high] = [AT[upper - 1] as number, AT[upper] as number];
  const [from, to] = [quantiles[upper - 1] as number, quantiles[upper] as number];
  return from + ((at - low) / (high - low)) * (to - from);
}
