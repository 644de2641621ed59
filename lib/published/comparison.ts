import { knownMeasure } from "@/lib/measures/catalogue";
import { byTopic, type TopicId } from "@/lib/measures/topic";
import { changeBetween } from "./change";
import { type KeyFigure, keyFigure } from "./key-figure";
import { nameInSentence } from "./name-in-sentence";
import { hasTotal } from "./page-measures";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";

/** What places are held against one another by: sizes first, then what does not depend on size. */
const COMPARED = [
  "headcount",
  "in-post",
  "establishment",
  "vacancy-rate",
  "share-55-and-over",
  "registered",
  "eligible-not-registered-share",
  "trainee-share",
  "leaver-rate",
  "joiner-rate",
  "stability",
  "planned-maintenance-done",
  "planned-maintenance-on-time",
  "connected-share",
  "over-life-share",
  "standard-hours-per-wte",
  "requirement",
  "workload-gap",
  "insufficient-staffing",
  "early-involvement",
  "responded",
].map(knownMeasure);

/** A figure of one place, and how it stands to that of the first. */
export type ComparedCell = { figure: KeyFigure; against: string | null };
export type ComparedRow = { measure: string; title: string; cells: readonly ComparedCell[] };
export type ComparedTopic = { id: TopicId; title: string; rows: readonly ComparedRow[] };

/**
 * Places of one release side by side. A rate is said to be higher or lower than that of the first place only where the
 * two ranges lie apart; a total depends on how large a place is, so nothing is said of it.
 */
export function comparisonOf(scene: Scene, places: readonly PublishedPlace[]): ComparedTopic[] {
  const measures = COMPARED.filter(({ id }) => places.some(({ level }) => hasTotal(level, id)));
  const [first] = places;
  return byTopic(measures).map(({ id, title, measures: some }) => ({
    id,
    title,
    rows: some.map((measure) => ({
      measure: measure.id,
      title: measure.title,
      cells: places.map((place) => ({
        figure: keyFigure(scene, place, measure.id),
        against:
          measure.rate && measure.rate.kind !== "difference" && first && place !== first
            ? againstFirst(scene, first, place, measure.id)
            : null,
      })),
    })),
  }));
}

function againstFirst(
  scene: Scene,
  first: PublishedPlace,
  place: PublishedPlace,
  measure: string,
): string | null {
  const of = (code: string) => scene.figures.find(code, measure);
  const name = nameInSentence(first.name);
  switch (changeBetween(of(first.code), of(place.code)).kind) {
    case "up":
      return `Higher than in ${name}`;
    case "down":
      return `Lower than in ${name}`;
    case "same":
      return `As in ${name}`;
    case "cannot-tell":
      return `Cannot be told apart from ${name}`;
    default:
      return null;
  }
}
