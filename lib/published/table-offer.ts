import { CATALOGUE } from "@/lib/disclosure/catalogue";
import { MEASURES } from "@/lib/measures/catalogue";
import { DIMENSIONS, knownDimension } from "@/lib/measures/dimensions";
import type { Measure } from "@/lib/measures/measure";
import { byTopic } from "@/lib/measures/topic";

/** What a table can be made of, whatever the release. */
export type Offer = {
  topics: ReturnType<typeof byTopic<Measure>>;
  breakdowns: readonly { id: string; title: string }[];
};

const PUBLIC = CATALOGUE.filter(
  ({ audience, levels }) => audience === "public" && levels.some((level) => level !== "organisation"),
);

/** The breakdowns, `all` among them, by which measures are published for places above organisation. */
const breakdownsOf = (measure: string): readonly string[] => [
  ...new Set(
    PUBLIC.filter(({ measures }) => measures.includes(measure)).flatMap(({ dimensions }) => dimensions),
  ),
];

export const offerOf = (): Offer => ({
  topics: byTopic(MEASURES.filter((measure) => !measure.base && breakdownsOf(measure.id).length > 0)),
  breakdowns: DIMENSIONS.filter(({ id }) => PUBLIC.some(({ dimensions }) => dimensions.includes(id))).map(
    ({ id, title }) => ({ id, title }),
  ),
});

/** Why measures cannot be shown by a breakdown, or as totals, with those by which they can; null where each can. */
export function whyNoBreakdown({
  measures,
  by,
}: {
  measures: readonly string[];
  by: string | null;
}): string | null {
  const wanted = by ?? "all";
  const without = MEASURES.filter(({ id }) => measures.includes(id)).find(
    ({ id }) => !breakdownsOf(id).includes(wanted),
  );
  if (without === undefined) return null;
  const there = breakdownsOf(without.id).map((id) =>
    id === "all" ? "in total" : `by ${knownDimension(id).title.toLowerCase()}`,
  );
  const what = by === null ? "in total" : `by ${knownDimension(by).title.toLowerCase()}`;
  return there.length === 0
    ? `“${without.title}” is not published for places.`
    : `“${without.title}” is not published ${what}. It is ${there.join(", ")}.`;
}
