import type { ValueRange } from "@/lib/statistics/value-range";
import { combined, type Swing } from "./swing";
import type { WorkLine } from "./work-line";

/** What doubt about the times of one activity, or about how much of it there is, does to all hours. */
export type Doubt = { of: "time" | "volume"; activity: string; hours: Swing };

/**
 * The hours of lines, and what is in doubt of them. The times of one activity are one source of doubt, and its volumes
 * another: a default that errs probably errs for all categories alike, so nothing is gained by their number.
 */
export function doubtsOf(lines: readonly WorkLine[]): { hours: number; doubts: Doubt[] } {
  const hours = lines.reduce((total, line) => total + line.hours, 0);
  const doubts = [...new Set(lines.map(({ activity }) => activity))].flatMap((activity): Doubt[] => {
    const these = lines.filter((line) => line.activity === activity);
    const swing = (of: (line: WorkLine) => Swing): Swing => ({
      low: hours + these.reduce((total, line) => total + of(line).low - line.hours, 0),
      high: hours + these.reduce((total, line) => total + of(line).high - line.hours, 0),
    });
    return [
      { of: "time", activity, hours: swing((line) => line.byTime) },
      { of: "volume", activity, hours: swing((line) => line.byVolume) },
    ];
  });
  return { hours, doubts };
}

/** The hours of lines with their interval. */
export function hoursOf(lines: readonly WorkLine[]): ValueRange {
  const { hours, doubts } = doubtsOf(lines);
  return combined(
    hours,
    doubts.map((doubt) => doubt.hours),
  );
}
