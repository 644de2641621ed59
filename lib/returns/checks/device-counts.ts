import type { DevicesRow } from "../parts/devices";
import type { RowCheck } from "./row-check";

/** A check that a count of some of the devices is not above the count of all. */
const among = (
  code: string,
  column: "connected_count" | "unsupported_os_count" | "over_life_count",
  what: string,
): RowCheck<DevicesRow> => ({
  code,
  severity: "error",
  scope: "row",
  parts: ["devices"],
  title: `More devices ${what} than there are`,
  why: `Devices ${what} are among those counted at the end of the period.`,
  mend: `Put ${column} or device_count_end right.`,
  example: {
    part: "devices",
    trips: { lines: [{ device_count_end: "5", [column]: "6" }] },
    passes: { lines: [{ device_count_end: "5", [column]: "5" }] },
  },
  reads: [column, "device_count_end"],
  needs: [column],
  find(row) {
    const some = row[column];
    const all = row.device_count_end;
    return some !== null && all !== null && some > all
      ? { column, message: `${some} devices ${what} of ${all} devices.` }
      : null;
  },
});

export const DEVICE_COUNTS: readonly RowCheck<DevicesRow>[] = [
  among("connected-over-count", "connected_count", "connected"),
  among("unsupported-over-count", "unsupported_os_count", "on an unsupported system"),
  among("over-life-over-count", "over_life_count", "over their life"),
];
