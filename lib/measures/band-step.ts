/** The pay bands, lowest first; pay outside them has no place among them. */
const BANDS = ["2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9"];

/**
 * The published step of a move from one pay band to another, as a return gives them: one band up by its two bands,
 * the two at the top together since bands 8d and 9 are always published together; `unknown` where a band is not given
 * or both are the same. A band that the return does not allow is a bug and throws.
 */
export function bandStep(from: string | null, to: string | null): string {
  if (from === null || to === null || from === to) return "unknown";
  if (from === "other" || to === "other") return "other_pay";
  const [low, high] = [rank(from), rank(to)];
  if (high < low) return "down";
  if (high > low + 1) return "further_up";
  return low >= rank("8c") ? "8c_to_9" : `${from}_to_${to}`;
}

function rank(band: string): number {
  const at = BANDS.indexOf(band);
  if (at < 0) throw new Error(`No band is called ${band}`);
  return at;
}
