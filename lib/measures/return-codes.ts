/**
 * From the codes of a return to the categories that may be published. Returns hold more than is ever published:
 * five-year ages (the retirement model needs them), bands 8d and 9 apart, registrations as a set.
 */

const TEN_YEAR_AGES: Readonly<Record<string, string>> = {
  under_25: "under_25",
  "25_29": "25_34",
  "30_34": "25_34",
  "35_39": "35_44",
  "40_44": "35_44",
  "45_49": "45_54",
  "50_54": "45_54",
  "55_59": "55_64",
  "60_64": "55_64",
  "65_69": "65_plus",
  "70_plus": "65_plus",
  unknown: "unknown",
};

/** The ten-year age of a return's five-year one. A code that the return does not allow is a bug and throws. */
export function publishedAge(ageBand: string): string {
  const age = TEN_YEAR_AGES[ageBand];
  if (age === undefined) throw new Error(`No age band is called ${ageBand}`);
  return age;
}

/** Bands 8d and 9 are so rare that they are only ever published together. */
export const publishedBand = (afcBand: string): string =>
  afcBand === "8d" || afcBand === "9" ? "8d_9" : afcBand;

/** Highest first: a person on several registers counts once, on the first of these. */
const REGISTERS: readonly (readonly [string, string])[] = [
  ["hcpc_clinical_scientist", "hcpc"],
  ["ceng", "ceng"],
  ["ieng", "ieng"],
  ["engtech", "engtech"],
  ["rct", "rct"],
  ["ahcs", "ahcs"],
];

/** The highest of a set of registrations: `unknown` when nothing is said, `none` when none is on a register. */
export function publishedRegister(registrations: readonly string[]): string {
  if (registrations.length === 0) return "unknown";
  return REGISTERS.find(([code]) => registrations.includes(code))?.[1] ?? "none";
}
