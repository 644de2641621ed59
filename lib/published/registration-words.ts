import { N_RATE } from "@/lib/disclosure/thresholds";
import { formatCount } from "@/lib/format/number";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";

/**
 * What the share of registered staff is of, and beside it how much is not known, in one line: a whole per
 * cent of published figures. Null where either number is not shown or too small for a share.
 */
export function registrationWords(scene: Scene, place: PublishedPlace): string | null {
  const all = scene.figures.find(place.code, "headcount")?.value ?? null;
  const unknown = scene.figures.find(place.code, "headcount", "register", "unknown")?.value ?? null;
  if (all === null || unknown === null || all < N_RATE || unknown === 0 || unknown >= all) return null;
  const share = Math.min(99, Math.max(1, Math.round((100 * unknown) / all)));
  return `Shares are of the staff whose registration is known; of ${share}% (${formatCount(unknown)} of ${formatCount(all)} people) it is not known.`;
}
