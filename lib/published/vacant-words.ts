import { figureText } from "@/lib/disclosure/figure-text";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";

/** The posts behind a vacancy rate: "35 of 551 funded WTE are vacant". Null where either number is not shown. */
export function vacantWords(scene: Scene, place: PublishedPlace): string | null {
  const vacancy = scene.figures.find(place.code, "vacancy");
  const establishment = scene.figures.find(place.code, "establishment");
  if (vacancy?.value == null || establishment?.value == null) return null;
  // More staff than posts is a negative vacancy, and has words of its own.
  if (vacancy.value < 0)
    return `${figureText({ ...vacancy, value: -vacancy.value }, "wte")} WTE more in post than the ${figureText(establishment, "wte")} funded`;
  return `${figureText(vacancy, "wte")} of ${figureText(establishment, "wte")} funded WTE are vacant`;
}
