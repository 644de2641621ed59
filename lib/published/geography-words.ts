import { formatDate } from "@/lib/format/date";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { organisationFacts } from "./organisation-facts";
import type { Release } from "./release";

/**
 * That a release is drawn on another geography than the newest, and what became of a place that this no longer has; null
 * where both are of one day.
 */
export function geographyWords(
  release: Pick<Release, "geographyDate">,
  newest: Pick<Release, "geographyDate" | "number"> | null,
  place: { code: string; stillThere: boolean },
  tables: ReferenceTables,
): string | null {
  if (newest === null || newest.geographyDate === release.geographyDate) return null;
  const days = `Boundaries and names here are those of ${formatDate(release.geographyDate)}; release ${newest.number} has those of ${formatDate(newest.geographyDate)}`;
  if (place.stillThere) return `${days}.`;
  const closed = organisationFacts(tables, place.code, newest.geographyDate)?.closed;
  if (!closed) return `${days}, and no such place.`;
  const followers = closed.successors.map(({ code, name }) => `${name} (${code})`);
  return `${days}, and no such place: it closed on ${closed.on}${followers.length > 0 ? ` and was followed by ${followers.join(" and ")}` : ""}.`;
}
