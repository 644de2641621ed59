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

/** Null where the release knows of no organisation in the place. */
export function coverageOf(scene: Scene, place: PublishedPlace): Coverage | null {
  const answers = answersIn(scene.figures, place.code);
  if (answers === null) return null;
  const { asked, answered } = answers;
  const all = answered === asked;
  const sentence = all
    ? `All ${asked} organisations asked have answered.`
    : `${answered} of the ${asked} organisations asked have answered. Those that have not are missing from every figure; they are not counted as zero.`;
  return { asked, answered, sentence: asked === 1 ? oneSentence(all) : sentence };
}

const oneSentence = (answered: boolean) =>
  answered ? "The one organisation asked has answered." : "The one organisation asked has not answered.";
