import { ACTIVITIES_OF_SERVICE } from "@/lib/returns/codes/activity";
import { exactly } from "@/lib/statistics/value-range";
import type { ActivityWork } from "./activity-work";
import type { Times } from "./device-hours";
import { illustrativeTime, pooledKey } from "./pooled-times";
import { hoursAsSent, hoursOfUnits } from "./swing";
import { unitTime } from "./unit-time";
import type { MissingWork, Work } from "./work-line";

/** The work that one row of activities asks for in a year. */
export function activityHours(row: ActivityWork, { standards, pooled, asked }: Times): Work {
  const { activity, unit, volume, hours, specialism } = row;
  const time = unitTime({
    pooled: pooled.get(pooledKey(activity, unit)) ?? null,
    illustrative: illustrativeTime(activity, unit, standards),
    sent: hours === null || volume === 0 ? null : hours / volume,
    preferOwn: asked === "own",
  });
  const about = { activity, category: null, specialisms: [specialism] };
  if (time === null && hours === null && volume > 0)
    return { parts: [], missing: [{ ...about, reason: "time", devices: null }] };
  const standard = time === null || time.basis === "sent" ? null : time;
  return {
    parts: [
      {
        ...about,
        unit,
        volume: exactly(volume),
        volumeFrom: "sent",
        perUnit: time?.hours.value ?? null,
        time: time?.basis ?? "sent",
        // Hours without a standard time count as they were sent, and so they do on a volume of nought.
        ...(standard ? hoursOfUnits(exactly(volume), standard.hours) : hoursAsSent(hours ?? 0)),
      },
    ],
    missing: [],
  };
}

/** The kinds of work of which no row was sent. */
export function activitiesNotSent(
  rows: readonly ActivityWork[] | null,
  { activities }: Times["standards"],
): MissingWork[] {
  const sent = new Set((rows ?? []).map(({ activity }) => activity));
  return ACTIVITIES_OF_SERVICE.filter(({ value }) => !sent.has(value)).map(({ value }) => ({
    activity: value,
    category: null,
    specialisms: activities.get(value)?.specialisms ?? [],
    reason: "not_sent",
    devices: null,
  }));
}
