/**
 * One title for neighbouring categories that were merged: steps of a scale as one range ("Under 35", "Bands 2 and 3"),
 * anything else one after the other ("Clinical scientists; Professional engineers").
 */
export function mergedTitle(titles: readonly string[]): string {
  return ageRange(titles) ?? bandRange(titles) ?? withStepsJoined(titles).join("; ");
}

/** The least and the greatest age of "35 to 44"; null where it is open. */
function agesOf(title: string): { from: number | null; to: number | null } | null {
  const [, under, from, to, over] = /^(?:Under (\d+)|(\d+) to (\d+)|(\d+) and over)$/.exec(title) ?? [];
  if (under) return { from: null, to: Number(under) - 1 };
  if (over) return { from: Number(over), to: null };
  return from && to ? { from: Number(from), to: Number(to) } : null;
}

function ageRange(titles: readonly string[]): string | null {
  const steps = titles.map(agesOf);
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || steps.includes(null)) return null;
  if (first.from === null) return last.to === null ? "All known ages" : `Under ${last.to + 1}`;
  return last.to === null ? `${first.from} and over` : `${first.from} to ${last.to}`;
}

const BAND = /^Bands? (\S+)(?: and (\S+))?$/;

/** Bands in a row, and pay outside the bands, which is always the last, beside them. */
function bandRange(titles: readonly string[]): string | null {
  const outside = titles.at(-1) === "Other pay" ? "; other pay" : "";
  const bands = (outside ? titles.slice(0, -1) : titles).map((title) => BAND.exec(title));
  const from = bands[0]?.[1];
  const end = bands.at(-1);
  if (!from || !end || bands.includes(null)) return null;
  const to = end[2] ?? end[1];
  if (bands.length === 1) return `${titles[0]}${outside}`;
  return `Bands ${from} ${bands.length === 2 && !end[2] ? "and" : "to"} ${to}${outside}`;
}

const STEP = /^Band (\S+) to (?:8d, or 8d to )?(\S+)$/;

/** Moves of one band up in a row as one ("One band up, within bands 5 to 7"), and all else as it is. */
function withStepsJoined(titles: readonly string[]): string[] {
  const end = titles.findIndex((title) => !STEP.test(title));
  const steps = end < 0 ? titles : titles.slice(0, end);
  if (steps.length < 2) return [...titles];
  const from = STEP.exec(steps[0] as string)?.[1];
  const to = STEP.exec(steps.at(-1) as string)?.[2];
  const others = titles.slice(steps.length).map((title) => title.charAt(0).toLowerCase() + title.slice(1));
  return [`One band up, within bands ${from} to ${to}`, ...others];
}
