/** The first day of the twelve months that end on a census date: 2025-04-01 for 2026-03-31. ISO text both ways. */
export function periodStart(census: string): string {
  const [year = 0, month = 1, day = 1] = census.split("-").map(Number);
  return new Date(Date.UTC(year - 1, month - 1, day + 1)).toISOString().slice(0, 10);
}

/** The census a year before: 2025-03-31 for 2026-03-31. ISO text both ways. */
export function censusBefore(census: string): string {
  const [year = 0, month = 1, day = 1] = census.split("-").map(Number);
  return new Date(Date.UTC(year - 1, month - 1, day)).toISOString().slice(0, 10);
}
