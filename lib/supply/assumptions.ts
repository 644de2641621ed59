import defaults from "@/data/assumptions/supply.json";

/** How well an assumption is founded. */
export const EVIDENCE_CLASSES = [
  "fact",
  "assumption",
  "illustrative",
  "controllable",
  "intrinsically uncertain",
] as const;

/**
 * The defaults of the supply model, each with its unit, its source, the reason for it and its evidence class. Keyed
 * by id; an answer that rests on one of class `illustrative` has to say so.
 */
export const SUPPLY_DEFAULTS = defaults;

type DefaultId = keyof typeof SUPPLY_DEFAULTS;

/** What every projection on default rates rests on, and what one from published figures rests on besides. */
export const DEFAULTS_OF = {
  rates: [
    "leave-by-age",
    "move",
    "promote",
    "retire-by-age",
    "return-share",
    "returned-hours",
    "returned-exit",
    "fill-hazard",
    "entry-age",
  ],
  base: [
    "bands-by-role",
    "role-mix",
    "age-mix",
    "age-mix-65-plus",
    "age-unknown",
    "band-floor",
    "wte-evidence",
  ],
} as const satisfies Record<string, readonly DefaultId[]>;

/** Titles of the illustrative defaults among these, for the sentence "rests on illustrative defaults: …". */
export const illustrativeTitles = (ids: readonly DefaultId[]): string[] =>
  ids.map((id) => SUPPLY_DEFAULTS[id]).flatMap((one) => (one.class === "illustrative" ? [one.title] : []));
