import { formatCount, formatNumber } from "@/lib/format/number";
import type { Nation } from "./nation";

/**
 * How large a sample is and how its people and posts stand at its last census, a line each, every number with its
 * definition. Of the truth behind the files: all its organisations, whether or not they have returned.
 */
export function nationSizes({ organisations, collections, truth }: Nation): string[] {
  const last = collections.at(-1);
  if (!last) return [];
  const states = truth().states.filter(({ census }) => census === last.census);
  const sum = (of: (state: (typeof states)[number]) => number) =>
    states.reduce((total, state) => total + of(state), 0);
  const establishment = sum(({ establishmentWte }) => establishmentWte);
  const inPost = sum(({ inPostWte }) => inPostWte);
  const answered = last.returns.filter(({ state }) => state !== "not_returned").length;
  return [
    `${organisations.length} fictional organisations; ${collections.length === 1 ? "one collection" : `${collections.length} collections`}: ${collections.map(({ census, status }) => `${census} (${status})`).join(", ")}.`,
    `At ${last.census} it has ${formatCount(sum(({ headcount }) => headcount))} staff (people in post, each counted once where they are employed; temporary cover is not counted),`,
    `and ${formatNumber((100 * (establishment - inPost)) / establishment, 1)} % of posts are vacant (funded: establishment, ${formatNumber(establishment, 1)} WTE, less staff in post, ${formatNumber(inPost, 1)} WTE, over establishment).`,
    `That is of all its organisations; ${answered} of the ${last.returns.length} asked have answered, so published figures are of fewer.`,
  ];
}
