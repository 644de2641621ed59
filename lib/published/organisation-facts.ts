import { formatDate } from "@/lib/format/date";
import type { Level } from "@/lib/places/place";
import { inForce } from "@/lib/places/place";
import { placesAsAt } from "@/lib/places/places-as-at";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { successorsOf } from "@/lib/places/standing";

/** Who an organisation is, from the tables of places, as at a date. */
export type OrganisationFacts = {
  code: string;
  level: Level;
  name: string;
  kind: string | null;
  postcode: string | null;
  synthetic: boolean;
  /** The code of the place it hangs from on that date, or last hung from. */
  parent: string | null;
  /** Said beside the parent when that is an assumption. */
  parentNote: string | null;
  opens: string | null;
  /** Set when it is closed on that date, which `on` has in words; a closed place may have followers, and they may not be known. */
  closed: { on: string; successors: readonly { code: string; name: string }[] } | null;
  /** The places that it followed when they closed or merged. */
  followed: readonly { code: string; name: string }[];
  formerNames: readonly { name: string; until: string | null }[];
};

/** Null for a code that is no place's. */
export function organisationFacts(
  tables: ReferenceTables,
  code: string,
  date: string,
): OrganisationFacts | null {
  const place = tables.places.find((one) => one.code === code);
  if (!place) return null;
  const nameOf = (other: string) => tables.places.find((one) => one.code === other)?.name ?? other;
  const node = placesAsAt(tables, date).get(code);
  const last = tables.memberships
    .filter((membership) => membership.child === code)
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))
    .at(-1);
  const membership = node?.membership ?? last ?? null;
  const isClosed = place.closes !== null && !inForce(null, place.closes, date);
  return {
    code,
    level: place.level,
    name: place.name,
    kind: place.kind,
    postcode: place.postcode,
    synthetic: place.synthetic,
    parent: membership?.parent ?? null,
    parentNote: membership?.evidence === "assumption" ? (membership.note ?? "This is an assumption.") : null,
    opens: place.opens === null ? null : formatDate(place.opens),
    closed: isClosed
      ? {
          on: formatDate(place.closes ?? ""),
          successors: successorsOf(tables, code).map((successor) => ({
            code: successor,
            name: nameOf(successor),
          })),
        }
      : null,
    followed: tables.successions
      .filter(({ to }) => to === code)
      .map(({ from }) => ({ code: from, name: nameOf(from) })),
    formerNames: tables.names
      .filter((name) => name.code === code)
      .map(({ name, until }) => ({ name, until: until === null ? null : formatDate(until) })),
  };
}
