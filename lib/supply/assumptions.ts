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

/** Titles of the illustrative defaults among these, for the sentence "rests on illustrative defaults: …". */
export const illustrativeTitles = (ids: readonly (keyof typeof SUPPLY_DEFAULTS)[]): string[] =>
  ids.map((id) => SUPPLY_DEFAULTS[id]).flatMap((one) => (one.class === "illustrative" ? [one.title] : []));
