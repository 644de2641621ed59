import type { ValueRange } from "@/lib/statistics/value-range";
import type { VolumeSource } from "./job-volume";
import { combined, type Hours, type Swing } from "./swing";
import type { TimeBasis } from "./unit-time";

/** Work of one activity on one category (or of one unit), with the hours that it asks for in a year. */
export type WorkLine = {
  activity: string;
  /** The device category; null for work that is not per device. */
  category: string | null;
  unit: string;
  /** Whose work it is: more than one where the rows cannot tell. */
  specialisms: readonly string[];
  /** Units that fall to own staff; null where hours were sent without them. */
  volume: number | null;
  volumeFrom: VolumeSource;
  hoursPerUnit: number | null;
  time: TimeBasis;
  /** What doubt about time and about volume do together. */
  low: number;
  high: number;
} & Hours;

/** Work of which the hours are not known: named, and never counted as nothing. */
export type MissingWork = {
  activity: string;
  category: string | null;
  specialisms: readonly string[];
  /** `volume`: how much was not sent. `time`: there is no default time and no hours were sent. `not_sent`: no row at all. */
  reason: "volume" | "time" | "not_sent";
  /** Devices concerned; null where it is not about devices. */
  devices: number | null;
};

/** A row's part of a line, before parts are added up. */
export type WorkPart = Omit<WorkLine, "hoursPerUnit" | "low" | "high" | "volume"> & {
  volume: ValueRange | null;
  perUnit: number | null;
};

export type Work = { parts: WorkPart[]; missing: MissingWork[] };

const numeric = (a: WorkPart, b: WorkPart) =>
  a.hours - b.hours ||
  a.byTime.high - b.byTime.high ||
  a.byVolume.high - b.byVolume.high ||
  (a.volume?.value ?? -1) - (b.volume?.value ?? -1);

/** Adds up parts that agree in all but volume and hours. The answer does not depend on their order. */
export function workLines(parts: readonly WorkPart[]): WorkLine[] {
  const groups = new Map<string, WorkPart[]>();
  for (const part of parts) {
    const { activity, category, unit, specialisms, volumeFrom, time, volume } = part;
    const key = JSON.stringify([activity, category, unit, specialisms, volumeFrom, time, volume === null]);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => lineOf(group.sort(numeric)));
}

function lineOf(group: readonly WorkPart[]): WorkLine {
  const [first] = group;
  if (!first) throw new Error("A line of work has no parts");
  const total = (value: (part: WorkPart) => number) => group.reduce((sum, part) => sum + value(part), 0);
  const swing = (of: (part: WorkPart) => Swing): Swing => ({
    low: total((part) => of(part).low),
    high: total((part) => of(part).high),
  });
  const hours = total((part) => part.hours);
  const byTime = swing((part) => part.byTime);
  const byVolume = swing((part) => part.byVolume);
  const { low, high } = combined(hours, [byTime, byVolume]);
  const volume = first.volume === null ? null : total((part) => part.volume?.value ?? 0);
  const { activity, category, unit, specialisms, volumeFrom, time } = first;
  return {
    activity,
    category,
    unit,
    specialisms,
    volume,
    volumeFrom,
    hoursPerUnit: volume === null ? null : volume > 0 ? hours / volume : first.perUnit,
    time,
    hours,
    low,
    high,
    byTime,
    byVolume,
  };
}

/** The same line at so many times the hours of each unit. */
export function atPace(line: WorkLine, factor: number): WorkLine {
  const swing = ({ low, high }: Swing): Swing => ({ low: low * factor, high: high * factor });
  return {
    ...line,
    hoursPerUnit: line.hoursPerUnit === null ? null : line.hoursPerUnit * factor,
    hours: line.hours * factor,
    low: line.low * factor,
    high: line.high * factor,
    byTime: swing(line.byTime),
    byVolume: swing(line.byVolume),
  };
}

/** Adds up what is missing, category by category. */
export function missingWork(missing: readonly MissingWork[]): MissingWork[] {
  const groups = new Map<string, MissingWork>();
  for (const each of missing) {
    const { activity, category, specialisms, reason, devices } = each;
    const key = JSON.stringify([activity, category, specialisms, reason]);
    const before = groups.get(key);
    const counts = [before?.devices, devices].filter((count) => count !== null && count !== undefined);
    groups.set(key, {
      ...each,
      devices: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0),
    });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
