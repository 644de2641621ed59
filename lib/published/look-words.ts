import { formatCount, formatPercent } from "@/lib/format/number";
import type { LookAhead } from "@/lib/scenarios/look-ahead";
import type { Scene } from "./scene";

const ROUND = 5;

/** Expected numbers are no counts: they are shown to five, like what they start from. */
export const toFive = (value: number): number => ROUND * Math.round(value / ROUND);

/** The years of a look, from that of the census on. */
export const yearsOfLook = ({ release }: Scene, { years }: LookAhead): string[] =>
  years.map(({ year }) => String(Number(release.census.slice(0, 4)) + year));

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The defaults in a look that are no more than judgement, each by its name, and how much of its doubt is theirs. */
export const restsOnSentence = (look: RestsOn): string =>
  `Rests on illustrative defaults: ${look.restsOn.map(lowerFirst).join("; ")}.${shareOfDoubt(look)}`;

/** The same in short, beside every further figure of the same look: a picture and a file go about without their page. */
export const restsOnNote = (look: RestsOn): string =>
  `Rests on ${look.restsOn.length} illustrative defaults, which the place’s page names.${shareOfDoubt(look)}`;

type RestsOn = Pick<LookAhead, "restsOn" | "doubt">;

/** The share of variance that is due to illustrative inputs is part of the answer. */
const shareOfDoubt = ({ doubt }: RestsOn): string =>
  doubt === undefined
    ? ""
    : ` ${formatPercent(Math.round(100 * doubt.illustrativeShare))} of the variance of staff in post in the last year is due to them.`;

/** Staff in post of all that were asked; none where all have answered, or where it cannot be said. */
export function imputedSentences({ imputed }: LookAhead, last: string): string[] {
  const [now, then] = [imputed?.years[0], imputed?.years.at(-1)];
  if (!imputed || !now || !then) return [];
  const { organisations: count, share, deviation } = imputed;
  const wte = (year: typeof now) =>
    `${formatCount(toFive(year.inPostWte))} WTE (${formatCount(toFive(year.low))} to ${formatCount(toFive(year.high))})`;
  return [
    `These figures are of organisations that answered. ${count === 1 ? "One has" : `${count} have`} not: imputed from like ones, ${count === 1 ? "it has" : "they have"} ${formatPercent(Math.round(100 * share))} of the staff, give or take ${formatPercent(Math.round(100 * deviation))} of that. With ${count === 1 ? "it" : "them"} there are about ${wte(now)} in post now and ${wte(then)} in ${last}; nine in ten histories lie within the brackets.`,
  ];
}
