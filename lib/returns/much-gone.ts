const MOST_GONE = 0.1;
/** One post of a small team is over a tenth of it, and nothing to ask about. */
const ONE_GONE = 1;

/**
 * Whether so many keyed posts or devices are gone that somebody is asked why: more than a tenth, and more than one.
 *
 * @param missing how many of those `before` are not found again
 */
export const isMuchGone = (missing: number, before: number): boolean =>
  missing > Math.max(ONE_GONE, before * MOST_GONE);
