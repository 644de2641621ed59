import { formatDate } from "@/lib/format/date";
import { formatCount, formatNumber } from "@/lib/format/number";

/** `2026-11-24T05:30:00Z` as "24 November 2026, 05:30 UTC". */
export const formatInstant = (instant: string): string =>
  `${formatDate(instant)}, ${instant.slice(11, 16)} UTC`;

/** A number of bytes in the unit that suits it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatCount(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 1)} kB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
