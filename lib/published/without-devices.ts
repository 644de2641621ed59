import { formatDate } from "@/lib/format/date";
import type { Scene } from "./scene";

/** The censuses, oldest first and in words, to which an organisation returned without its devices. */
export function censusesWithoutDevices(scene: Scene, organisation: string): string[] {
  const { release, figures, earlier } = scene;
  return [...earlier, { release, figures }].flatMap((at) => {
    const counted = (measure: string) => at.figures.find(organisation, measure)?.value ?? null;
    return counted("organisations-returned") === 1 && counted("organisations-with-devices") === 0
      ? [formatDate(at.release.census)]
      : [];
  });
}
