/** The numbers of the disclosure rules. Changing one changes what is safe: only together with the attack. */

/** Every published count of people is a multiple of this. */
export const B = 5;
/** A small cell's possible values, to anybody, span at least this. */
export const W = 4;
/** An organisation whose published headcount is smaller has no breakdown. */
export const N_BREAK = 10;
/** An aggregate of fewer contributing organisations is not drawn. */
export const N_ORG = 3;
/** A category whose published UK headcount is smaller merges with its neighbour, for all levels and for good. */
export const N_CAT = 50;
/** The smallest published denominator of a rate or share. */
export const N_RATE = 50;
/** The smallest published denominator of an organisation's own share, to members, which is approximate. */
export const N_RATE_ORGANISATION = 20;
/** From this published denominator on a rate has one decimal. */
export const N_DECIMAL = 500;
/** The smallest published headcount of a mean. */
export const N_MEAN = 20;
/** The fewest organisations in a distribution over organisations. */
export const N_DIST = 10;
/** A cell that the attack pins is drawn again so often, then withheld. */
export const MAX_DRAW = 4;
/** A board's vacancy rates pool so many censuses, this one included. */
export const CENSUSES_POOLED = 3;
