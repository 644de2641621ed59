/**
 * Years from one ISO date to a later one: whole years by the calendar, the rest as a share of the year that has begun,
 * so that a census and the next are exactly one year apart.
 */
export function yearsSince(from: string, to: string): number {
  const start = new Date(`${from}T00:00:00Z`);
  const end = Date.parse(`${to}T00:00:00Z`);
  const anniversary = (years: number) =>
    Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth(), start.getUTCDate());
  let whole = new Date(end).getUTCFullYear() - start.getUTCFullYear();
  if (anniversary(whole) > end) whole -= 1;
  return whole + (end - anniversary(whole)) / (anniversary(whole + 1) - anniversary(whole));
}
