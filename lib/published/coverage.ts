import { knownMeasure } from "@/lib/measures/catalogue";
import { evidenceOf } from "@/lib/measures/evidence";
import type { FigureIndex } from "./figure-index";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";

/** Who was asked and who answered, in a place above organisation. */
export type Coverage = { asked: number; answered: number; sentence: string };

/** How many were asked and answered in a release; null where it knows of no organisation in the place. */
export function answersIn(figures: FigureIndex, place: string): Omit<Coverage, "sentence"> | null {
  const asked = figures.find(place, "organisations")?.value ?? null;
  const answered = figures.find(place, "organisations-responded")?.value ?? null;
  return asked === null || answered === null ? null : { asked, answered };
}

/**
 * Null where the release knows of no organisation in the place. Of one measure, it says too on how many of those that
 * answered it rests, where they are fewer: the others did not say what it needs.
 */
export function coverageOf(
  scene: Scene,
  place: PublishedPlace,
  measure: string | null = null,
): Coverage | null {
  const answers = answersIn(scene.figures, place.code);
  if (answers === null) return null;
  const { asked, answered } = answers;
  const all = answered === asked;
  const sentence = all
    ? `All ${asked} organisations asked have answered.`
    : `${answered} of the ${asked} organisations asked have answered. Those that have not are missing from every figure; they are not counted as zero.`;
  const general = asked === 1 ? oneSentence(all) : sentence;
  const rests = measure === null ? null : restsOn(scene, place, measure, answered);
  return { asked, answered, sentence: rests === null ? general : `${general} ${rests}` };
}

function restsOn(scene: Scene, place: PublishedPlace, measure: string, answered: number): string | null {
  const { evidence } = knownMeasure(measure);
  if (evidence === null || evidence === "staff") return null;
  const { countId, did } = evidenceOf(evidence);
  const count = scene.figures.find(place.code, countId)?.value ?? null;
  return count === null || count >= answered ? null : `This figure rests on the ${count} that ${did}.`;
}

const oneSentence = (answered: boolean) =>
  answered ? "The one organisation asked has answered." : "The one organisation asked has not answered.";
