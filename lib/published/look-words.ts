import type { LookAhead } from "@/lib/scenarios/look-ahead";
import type { Scene } from "./scene";

const ROUND = 5;

/** Expected numbers are no counts: they are shown to five, like what they start from. */
export const toFive = (value: number): number => ROUND * Math.round(value / ROUND);

/** The years of a look, from that of the census on. */
export const yearsOfLook = ({ release }: Scene, { years }: LookAhead): string[] =>
  years.map(({ year }) => String(Number(release.census.slice(0, 4)) + year));

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What stands beside every figure of a look: the defaults in it that are no more than judgement. */
export const restsOnSentence = ({ restsOn }: Pick<LookAhead, "restsOn">): string =>
  `Rests on illustrative defaults: ${restsOn.map(lowerFirst).join("; ")}.`;
