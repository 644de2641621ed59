import { CATALOGUE, type Rule } from "@/lib/disclosure/catalogue";
import type { Level } from "@/lib/places/place";

const WORDS: Readonly<Record<Rule, string>> = {
  people:
    "Rounded up or down to a multiple of five, at a point that is secret and never changes for this figure: the true number is within four of it.",
  "people-from-ten": "Rounded up or down to a multiple of five; shown from a published headcount of ten.",
  "sum-of-published": "The sum of the organisations’ own published figures.",
  "posts-to-one": "Posts are not people: to the nearest whole WTE.",
  "posts-to-five": "Posts are not people: to the nearest five WTE.",
  exact: "Devices, work and services are not people: as it is, where enough organisations contribute.",
  modelled: "What the model makes of devices and work, with its bounds.",
  answers: "As it is: whether an organisation answered is public.",
  rate: "Formed from the published figures named here, and never from unrounded ones.",
  coverage: "A whole per cent, from published headcounts.",
  "pooled-rate":
    "Formed from published figures of this census and of up to two before it, added together, because the numbers of one are small.",
  "censuses-pooled": "How many censuses the vacancy rates of this place rest on.",
  "vacancy-band": "A band, not a rate.",
  "sharing-choice": "As the organisation chose to share it.",
};

/** By which rule a figure of everyone's pages is made, in a sentence; null where there is none. */
export function ruleWords(of: { level: Level; measure: string; dimension: string }): string | null {
  const row = CATALOGUE.find(
    ({ audience, levels, measures, dimensions }) =>
      audience === "public" &&
      levels.includes(of.level) &&
      measures.includes(of.measure) &&
      dimensions.includes(of.dimension),
  );
  return row ? WORDS[row.rule] : null;
}
