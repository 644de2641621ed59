import type { ResponseState } from "./release";

/** Whether an organisation answered, as a word in a table. */
export const RESPONSE_WORDS: Readonly<Record<ResponseState, string>> = {
  returned: "Returned",
  nil: "Returned: employs no clinical engineers",
  served: "Served by another organisation",
  not_returned: "Not returned",
};

type Answers = { asked: number; answered: number };

/** Below this share of those asked, a figure of those who answered is no figure of the place; of none there is none. */
const HALF = 0.5;

const areFew = ({ asked, answered }: Answers): boolean => answered > 0 && answered < HALF * asked;

/**
 * What is said, more strongly than of one or two who are missing, where fewer than half of those asked have answered;
 * null where half or more did. `where` is the day or the place that it is said of, where that is not plain.
 */
export function fewAnswered(answers: Answers, where: string | null = null): string | null {
  if (!areFew(answers)) return null;
  const few = `${where === null ? "Few" : `${where}, few`} have answered: ${answers.answered} of the ${answers.asked} organisations asked.`;
  return `${few} Figures are of those alone, so they do not tell how the whole place stands. Nothing is estimated for the others, and many figures are withheld or have a wide range.`;
}

/** The same in short of those of several places in which few have answered; null where there is none. */
export function fewAnsweredAmong(places: readonly (Answers & { name: string })[]): string | null {
  const few = places
    .filter(areFew)
    .map(({ name, asked, answered }) => `${name} (${answered} of ${asked} organisations)`);
  return few.length === 0 ? null : `Few have answered in ${few.join("; ")}: figures are of those alone.`;
}
