import type { ResponseState } from "./release";

/** Whether an organisation answered, as a word in a table. */
export const RESPONSE_WORDS: Readonly<Record<ResponseState, string>> = {
  returned: "Returned",
  nil: "Returned: employs no clinical engineers",
  served: "Served by another organisation",
  not_returned: "Not returned",
};

/** From here down so few have answered that a figure of those who did is no figure of the place. */
const HALF = 0.5;

/**
 * What is said, more strongly than of one or two who are missing, where fewer than half of those asked have answered;
 * null where half or more did. `where` is the place or the day that it is said of, where that is not plain.
 */
export function fewAnswered(
  { asked, answered }: { asked: number; answered: number },
  where: string | null = null,
): string | null {
  if (answered >= HALF * asked) return null;
  const few = `${where === null ? "Few" : `${where}, few`} have answered: ${answered} of the ${asked} organisations asked.`;
  return `${few} Figures are of those alone, so they do not tell how the whole place stands. Nothing is estimated for the others, and many figures are withheld or have a wide range.`;
}
