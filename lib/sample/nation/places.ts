import type { PlaceMembership } from "@/lib/places/place";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { MERGER } from "./happenings";
import type { NationOrganisation } from "./organisations";

const NOTE = "Fictional organisation, placed here for the sample nation";

/** The organisations in the form of the reference tables: each under its region, then its boards, marked fictional. */
export function nationTables(organisations: readonly NationOrganisation[]): ReferenceTables {
  const codes = new Set(organisations.map(({ code }) => code));
  const successor = codes.has(MERGER.into) ? MERGER.into : null;
  return {
    places: organisations.map(({ code, name, kind, opens, closes }) => ({
      code,
      level: "organisation",
      name,
      kind: kind.placeKind,
      benchmarkGroup: kind.benchmarkGroup,
      legalForm: null,
      postcode: null,
      onsCode: null,
      opens,
      closes,
      source: "sample",
      synthetic: true,
    })),
    memberships: organisations.flatMap(membershipsOf),
    names: [],
    successions: MERGER.from
      .filter((code) => codes.has(code))
      .map((from) => ({
        from,
        to: successor,
        date: MERGER.opens,
        kind: "merger",
        note: NOTE,
      })),
    formerCodes: [],
  };
}

/** Boards began on 1 July 2022 and some are new from 1 April 2026; outside England the nation is the parent. */
function membershipsOf({
  code,
  board,
  boardBefore,
  region,
  opens,
  closes,
}: NationOrganisation): PlaceMembership[] {
  const periods: [parent: string, from: string | null, to: string | null][] =
    board === null
      ? [[region, null, null]]
      : boardBefore === null
        ? [
            [region, null, "2022-06-30"],
            [board, "2022-07-01", null],
          ]
        : [
            [region, null, "2022-06-30"],
            [boardBefore, "2022-07-01", "2026-03-31"],
            [board, "2026-04-01", null],
          ];
  return periods
    .map(([parent, from, to]) => ({
      child: code,
      parent,
      from: opens !== null && (from === null || from < opens) ? opens : from,
      to: closes !== null && (to === null || to > closes) ? closes : to,
      evidence: "assumption" as const,
      note: NOTE,
    }))
    .filter(({ from, to }) => from === null || to === null || from <= to);
}
