import { isPublishedAt } from "@/lib/disclosure/catalogue";
import type { Measure } from "@/lib/measures/measure";
import { byTopic } from "@/lib/measures/topic";
import type { Level } from "@/lib/places/place";
import { PAGE_MEASURES } from "./page-measures";

/** The measures of a place's pages, under what they are about, and in a sentence each those that are not there. */
export type MeasureList = {
  topics: ReturnType<typeof byTopic<Measure>>;
  /** What would unlock those of which the release has no figure anywhere; null when there are none. */
  notSent: string | null;
  /** Those that are published for nations and regions alone; null when there are none. */
  elsewhere: string | null;
};

type Part = Measure["source"]["part"];

const PARTS: Readonly<Record<Part, string>> = {
  workforce: "more columns of the workforce part",
  devices: "the devices or assets part",
  assets: "the assets part",
  activities: "the activities part",
  flows: "the joiners and leavers part",
  profile: "the profile part",
  return: "a return",
};

/** `spoken`: the measures of which the release has a value somewhere. */
export function measureList(spoken: ReadonlySet<string>, level: Level): MeasureList {
  const said = PAGE_MEASURES.filter(({ id }) => spoken.has(id));
  const unsaid = PAGE_MEASURES.filter(({ id }) => !spoken.has(id));
  const missing = missingByPart(unsaid);
  const needs = [...missing].map(([part, names]) => `${names.join(", ")} (${PARTS[part]})`);
  const above = said.filter(({ id }) => !isPublishedAt(level, id));
  return {
    topics: byTopic(said.filter(({ id }) => isPublishedAt(level, id))),
    notSent:
      needs.length === 0
        ? null
        : `Of these this release has no figure yet, and in brackets is what would give it: ${needs.join("; ")}.`,
    elsewhere:
      above.length === 0
        ? null
        : `Published for nations and regions only, not for boards: ${namesOf(above)}.`,
  };
}

const namesOf = (measures: readonly Measure[]) =>
  measures.map(({ shortTitle }) => shortTitle.charAt(0).toLowerCase() + shortTitle.slice(1)).join(", ");

/** Under the part that would give them: a topic of which nothing is there by its title, other measures by their own. */
function missingByPart(unsaid: readonly Measure[]): ReadonlyMap<Part, string[]> {
  const missing = new Map<Part, string[]>();
  const say = (part: Part, name: string) => missing.set(part, [...(missing.get(part) ?? []), name]);
  for (const { id, title, measures } of byTopic(unsaid)) {
    const [first] = measures;
    const whole = PAGE_MEASURES.filter(({ topic }) => topic === id).length === measures.length;
    if (first && whole && measures.length > 2) say(first.source.part, `all of “${title.toLowerCase()}”`);
    else for (const measure of measures) say(measure.source.part, namesOf([measure]));
  }
  return missing;
}
