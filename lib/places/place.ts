export const LEVELS = ["united_kingdom", "nation", "region", "board", "organisation"] as const;
export type Level = (typeof LEVELS)[number];

/** `assumption` is always said where the fact is shown. */
export type Evidence = "fact" | "assumption";

/** A blank opening or closing date is "always". Dates are ISO text; `closes` is the last day in force. */
export type Place = {
  code: string;
  level: Level;
  name: string;
  /** Acute, Mental Health, Local Health Board …; null above organisation. */
  kind: string | null;
  benchmarkGroup: string | null;
  /** NHS Trust, NHS Foundation Trust, Care Trust …, where the source says. */
  legalForm?: string | null;
  /** The headquarters' postcode. */
  postcode: string | null;
  onsCode: string | null;
  opens: string | null;
  closes: string | null;
  /** Fictional places of the sample nation are marked, and say so everywhere. */
  synthetic: boolean;
  /** Which of the sources listed in `data/reference/README.md` the row is from. */
  source?: string | null;
};

/** `child` hangs from `parent` from `from` to `to` (last day), both included; null is "always". */
export type PlaceMembership = {
  child: string;
  parent: string;
  from: string | null;
  to: string | null;
  evidence: Evidence;
  note: string | null;
};

/** A name that a place had, and the last day it had it; null: the day is not known. */
export type PlaceName = { code: string; name: string; until: string | null; note?: string | null };

export const SUCCESSION_KINDS = ["merger", "split", "closure", "boundary_change"] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** `to` null: successor not known. `date` is the successor's first day. */
export type Succession = {
  from: string;
  to: string | null;
  date: string | null;
  kind: SuccessionKind;
  note: string | null;
};

/** A code that a place had in a scheme (`ons`, `ods`), and the last day it had it. */
export type FormerCode = {
  code: string;
  scheme: string;
  formerCode: string;
  until: string | null;
  note: string | null;
};

/** Whether something with these dates is in force on a day; a blank date is "always". */
export function inForce(opens: string | null, closes: string | null, date: string): boolean {
  return (opens === null || opens <= date) && (closes === null || date <= closes);
}
