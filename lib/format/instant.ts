import { formatDate } from "./date";

/** `2026-11-24T05:30:00Z` as "24 November 2026, 05:30 UTC". */
export const formatInstant = (instant: string): string =>
  `${formatDate(instant)}, ${instant.slice(11, 16)} UTC`;
