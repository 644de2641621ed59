import { AGE_COUNT, YOUNGEST } from "./ages";
import { SUPPLY_DEFAULTS } from "./assumptions";

/** Sections of the NHS Pension Scheme by when they were open; the last is membership of the 2015 scheme alone. */
export const PENSION_SECTIONS = ["1995", "2008", "2015"] as const;
export type PensionSection = (typeof PENSION_SECTIONS)[number];

const LAST_YEAR = SUPPLY_DEFAULTS["pension-section-last-year"].value;
const NORMAL_AGE = SUPPLY_DEFAULTS["normal-pension-age"].value;
const PHASES = SUPPLY_DEFAULTS["retire-by-phase"].value;
const LATE_AGE = SUPPLY_DEFAULTS["late-age"].value;

/** The section that somebody joined who came to the NHS in this calendar year. */
export function pensionSection(nhsStartYear: number): PensionSection {
  if (nhsStartYear <= LAST_YEAR["1995"]) return "1995";
  return nhsStartYear <= LAST_YEAR["2008"] ? "2008" : "2015";
}

const stepAt = (steps: readonly (readonly number[])[], at: number): number =>
  steps.findLast(([from]) => (from ?? 0) <= at)?.[1] ?? 0;

/**
 * The probability that a member of a section retires within the projection year that begins in `calendarYear`, at
 * this age at its start. From the minimum pension age some go early, from the section's normal age many, from 68
 * half. State Pension Age follows from the year of birth, to within a year.
 */
export function retireProbability(section: PensionSection, age: number, calendarYear: number): number {
  const statePension = stepAt(SUPPLY_DEFAULTS["state-pension-age"].value, calendarYear - age);
  const normal = section === "2015" ? Math.max(65, statePension) : NORMAL_AGE[section];
  const minimumSteps = SUPPLY_DEFAULTS["minimum-pension-age"].value;
  const minimum = section === "2015" ? stepAt(minimumSteps, calendarYear) : (minimumSteps[0]?.[1] ?? 0);
  if (age < minimum) return 0;
  if (age >= LATE_AGE) return PHASES.late;
  return age >= normal ? PHASES.normal : PHASES.early;
}

/**
 * Of the people of one group and single age at the census, the share known to be in each section; what is missing
 * from one is not known. `[age - 16]`.
 */
export type PensionMix = readonly Readonly<Record<PensionSection, number>>[];

/**
 * Retirement by single age in the projection year that begins `year` years after the census of `censusYear`. A cohort
 * keeps the mix it had at the census; where its section is not known it retires by `unknown`, the default table.
 * Cohorts too young to be in the mix joined after 2015, as far as they are known.
 */
export function retireByMix(
  mix: PensionMix,
  unknown: readonly number[],
  censusYear: number,
  year: number,
): number[] {
  return Array.from({ length: AGE_COUNT }, (_, position) => {
    // The top age is open, so its people are of several cohorts: the oldest at the census stands for them.
    const shares = mix[position - year];
    const otherwise = unknown[position] ?? 0;
    if (shares === undefined) return otherwise;
    let known = 0;
    let probability = 0;
    for (const section of PENSION_SECTIONS) {
      known += shares[section];
      probability += shares[section] * retireProbability(section, position + YOUNGEST, censusYear + year);
    }
    return probability + Math.max(0, 1 - known) * otherwise;
  });
}
