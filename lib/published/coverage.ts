import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";

/** Who was asked and who answered, in a place above organisation. */
export type Coverage = { asked: number; answered: number; sentence: string };

/** Null where the release knows of no organisation in the place. */
export function coverageOf(scene: Scene, place: PublishedPlace): Coverage | null {
  const asked = scene.figures.find(place.code, "organisations")?.value ?? null;
  const answered = scene.figures.find(place.code, "organisations-responded")?.value ?? null;
  if (asked === null || answered === null) return null;
  const all = answered === asked;
  const sentence = all
    ? `All ${asked} organisations asked have answered.`
    : `${answered} of the ${asked} organisations asked have answered. Those that have not are missing from every figure; they are not counted as zero.`;
  return { asked, answered, sentence: asked === 1 ? oneSentence(all) : sentence };
}

const oneSentence = (answered: boolean) =>
  answered ? "The one organisation asked has answered." : "The one organisation asked has not answered.";
