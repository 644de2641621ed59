import type { Row } from "@/lib/returns/part";
import { countIn, textIn } from "./cells";

/** Work of one kind that is not per device category, in twelve months, as sent. */
export type ActivityWork = {
  /** Who sent it. */
  organisation: string;
  activity: string;
  specialism: string;
  unit: string;
  volume: number;
  hours: number | null;
  hoursSource: string | null;
};

/** A row of the activities part; null where it gives no volume, as its check will have said. */
export function activityWork(row: Row): ActivityWork | null {
  const volume = countIn(row, "volume");
  if (volume === null) return null;
  return {
    organisation: textIn(row, "organisation_code") ?? "",
    activity: textIn(row, "activity") ?? "",
    specialism: textIn(row, "specialism") ?? "",
    unit: textIn(row, "unit") ?? "",
    volume,
    hours: countIn(row, "hours"),
    hoursSource: textIn(row, "hours_source"),
  };
}
