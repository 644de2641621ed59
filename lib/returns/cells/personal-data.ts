/** Kinds of personal data that no cell may hold. */
export type PersonalData =
  | "personal-data-email"
  | "personal-data-ni-number"
  | "personal-data-name"
  | "personal-data-digits";

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+/;
/** The prefixes in use (no D, F, I, Q, U, V; no O second), and QQ, which is the official example. */
const NI_NUMBER =
  /(?<![A-Z0-9])(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Z0-9])/i;
const TITLE_AND_NAME =
  /\b(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\b\.?\s+(?:[a-z]\.?\s+)*([a-z][a-z'\u2019-]+)/gi;
const EIGHT_DIGITS = /\d{8}/;
/** “MR” is also magnetic resonance and “MS” mass spectrometry or multiple sclerosis: in capitals, before these, no title. */
const NOT_NAMES =
  /^(?:physic\w*|imaging|safety|radiograph\w*|technolog\w*|technician\w*|scientist\w*|specialist\w*|experts?|scann\w*|units?|services?|dep\w*|engineer\w*|equipment|linac\w*|coils?|labs?|laborator\w*|clinics?|nurs\w*|teams?|guided|compatible|conditional|systems?|office|suite)$/i;

/**
 * The first kind of personal data found in a text. `people` parts are searched for all four (keys not for digits,
 * since local keys are numbers); equipment parts for e-mail addresses and NI numbers.
 */
export function personalData(text: string, mode: "people" | "equipment", key: boolean): PersonalData | null {
  if (text.includes("@") && EMAIL.test(text)) return "personal-data-email";
  if (NI_NUMBER.test(text)) return "personal-data-ni-number";
  if (mode === "equipment") return null;
  for (const [, title, word] of text.matchAll(TITLE_AND_NAME)) {
    const abbreviation = title === title?.toUpperCase() || title?.toLowerCase() === "prof";
    const capital = /^[A-Z]/.test(word as string);
    if (capital && !(abbreviation && NOT_NAMES.test(word as string))) return "personal-data-name";
    if (!capital && title === title?.toLowerCase() && !NOT_NAMES.test(word as string))
      return "personal-data-name";
  }
  return !key && EIGHT_DIGITS.test(text) ? "personal-data-digits" : null;
}
