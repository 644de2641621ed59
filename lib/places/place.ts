export const LEVELS = ["united_kingdom", "nation", "region", "board", "organisation"] as const;
export type Level = (typeof LEVELS)[number];

/** What we know and how: see docs. `assumption` is always said where the fact is shown. */
export type Evidence = "fact" | "assumption";

/** A blank opening or closing date is "always". Dates are ISO text; `closes` is the last day in force. */
export type Place = {
  code: string;
  level: Level;
  name: string;
  /** Acute, Mental Health, Local Health Board …; null above organisation. */
  kind: string | null;
  benchmarkGroup: string | null;
  postcode: string | null;
  onsCode: string | null;
  opens: string | null;
  closes: string | null;
  /** Fictional places of the sample nation are marked, and say so everywhere. */
  synthetic: boolean;
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

export type PlaceName = { code: string; name: string; until: string | null };

/** `to` null: successor not known. */
export type Succession = { from: string; to: string | null; date: string | null; kind: "merger" | "split" | "closure" | "boundary_change"; note: string | null };
