import type { OwnValue } from "./own-values";

/** By how much a measure of one's own changed, in its own unit (points of a percentage); null where one is not known. */
export function ownChange(now: OwnValue | undefined, before: OwnValue | undefined): number | null {
  if (!now || !before || now.value === null || before.value === null) return null;
  // WTE carries five decimals; a difference of two of them has no more.
  return Math.round((now.value - before.value) * 1e5) / 1e5;
}

/** Whether a measure can be held against a place's: a rate or share, whatever the size of the service. */
export const isComparable = ({ measure, groups }: OwnValue): boolean =>
  measure.rate !== undefined &&
  groups === null &&
  measure.rate.kind !== "difference" &&
  measure.unit !== "wte";
