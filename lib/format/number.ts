/** The sign of a negative number: as wide as a plus, and read as "minus". */
const MINUS = "\u2212";

/**
 * A number with its thousands apart and so many decimals, halves away from zero. Written by hand so that it is the
 * same on every machine, whatever its language.
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is not a number that can be printed`);
  const scale = 10 ** decimals;
  // The last factor makes up for 1.005 being stored as slightly less than it says.
  const scaled = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON));
  const [whole = "0", fraction] = (scaled / scale).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && scaled > 0 ? MINUS : "";
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}

/** People, devices, jobs, organisations: "1,234". */
export const formatCount = (value: number): string => formatNumber(value, 0);

/** Whole-time equivalents: whole ones without a decimal, others with one, as they are published. */
export const formatWte = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** Per cent: "6%" or "6.2%"; give `decimals` where a column should line up. */
export const formatPercent = (value: number, decimals = Number.isInteger(value) ? 0 : 1): string =>
  `${formatNumber(value, decimals)}%`;
