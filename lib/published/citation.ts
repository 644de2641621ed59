import { formatDate } from "@/lib/format/date";
import type { Release } from "./release";

/** The licence of names and codes of NHS places. */
export const OPEN_GOVERNMENT_LICENCE = {
  name: "OGL-UK-3.0",
  title: "Open Government Licence v3.0",
  path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
} as const;

/** Under what figures may be used, in words. */
export const figuresLicence = ({ synthetic }: Pick<Release, "synthetic">): string =>
  synthetic
    ? "Invented, and free for anyone to use as long as it is said that they are. No licence for real figures has been set yet."
    : "Ask the body that publishes these releases.";

export const NAMES_LICENCE = `Names and codes of NHS places contain public sector information licensed under the ${OPEN_GOVERNMENT_LICENCE.title}.`;

/** How something of a release is cited: "Muster (release 3): Vacancy rate, London. Census of 31 March 2026." */
export const citationOf = (
  { number, census, synthetic }: Pick<Release, "number" | "census" | "synthetic">,
  what: string,
): string =>
  `Muster (release ${number}): ${what}. Census of ${formatDate(census)}.${synthetic ? " Synthetic data." : ""}`;

/** What makes figures of people safe to publish, and so different from a sum: said wherever they travel to. */
export const ROUNDING =
  "Counts of people are rounded to five so that nobody can be recognised, and parts may not add up to their total: use the total shown.";
