import { type Mapping, NO_MAPPING } from "./mapping/mapping";
import type { CheckContext, OrganisationStanding } from "./report";

/** What the checks may know beside the file, in a form that travels to a browser as JSON. */
export type PortableContext = {
  organisation: string;
  census: string;
  /** Organisations in force on the census date: code to name. */
  valid: Readonly<Record<string, string>>;
  /** Every other code of a place: name, why it is not valid, successors. */
  others: Readonly<Record<string, readonly [name: string, reason: string, successors: readonly string[]]>>;
  served: readonly string[] | null;
  /** Device categories: code to title. */
  categories: Readonly<Record<string, string>>;
  mapping: Mapping | null;
  /** The mapping's version, to say whether it is still the one in force; null where there is none. */
  mappingVersion: number | null;
  /** Of the organisation's own person key; null while none has been used. */
  keyFingerprint: string | null;
};

/** Standings of codes, split as they travel. */
export function portableStandings(
  codes: Iterable<string>,
  standing: (code: string) => OrganisationStanding,
): Pick<PortableContext, "valid" | "others"> {
  const valid: Record<string, string> = {};
  const others: Record<string, [string, string, readonly string[]]> = {};
  for (const code of codes) {
    const found = standing(code);
    if (!found.known) continue;
    if (found.valid) valid[code] = found.name;
    else others[code] = [found.name, found.reason, found.successors];
  }
  return { valid, others };
}

/** The check context as it was before it travelled. */
export function contextOf(
  portable: PortableContext,
  personKeys: Exclude<CheckContext["personKeys"], "refuse-raw">,
): CheckContext {
  const { organisation, census, served, categories, mapping } = portable;
  const valid = new Map(Object.entries(portable.valid));
  const others = new Map(Object.entries(portable.others));
  return {
    organisation,
    census,
    served,
    categories: new Map(Object.entries(categories)),
    personKeys,
    mapping: mapping ?? NO_MAPPING,
    standing(code) {
      const name = valid.get(code);
      if (name !== undefined) return { known: true, valid: true, name };
      const other = others.get(code);
      if (!other) return { known: false };
      return { known: true, valid: false, name: other[0], reason: other[1], successors: other[2] };
    },
  };
}
