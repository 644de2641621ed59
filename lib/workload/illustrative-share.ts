import type { TimeBasis } from "./unit-time";
import type { WorkLine } from "./work-line";

/** Above this share of illustrative hours the answer is an interval, and no evidence of over- or under-staffing. */
export const ILLUSTRATIVE_LIMIT = 0.25;

export type TimeShare = { time: TimeBasis; hours: number; share: number };

const hoursOf = (lines: readonly WorkLine[]) => lines.reduce((total, { hours }) => total + hours, 0);

/** Which times were used, for what share of the hours; most first. */
export function timeShares(lines: readonly WorkLine[]): TimeShare[] {
  const all = hoursOf(lines);
  if (all === 0) return [];
  return [...new Set(lines.map(({ time }) => time))]
    .map((time) => {
      const hours = hoursOf(lines.filter((line) => line.time === time));
      return { time, hours, share: hours / all };
    })
    .sort((a, b) => b.hours - a.hours);
}

/** The share of hours of which the time, or the volume, is illustrative; null without hours. */
export function illustrativeShare(lines: readonly WorkLine[]): number | null {
  const all = hoursOf(lines);
  if (all === 0) return null;
  return (
    hoursOf(lines.filter((line) => line.time === "illustrative" || line.volumeFrom === "illustrative")) / all
  );
}
