import { formatDate } from "@/lib/format/date";
import type { FigureIndex } from "./figure-index";
import type { Scene } from "./scene";

/** Whether a release says of an organisation that it returned, and that it sent no devices. */
export function isWithoutDevices(figures: FigureIndex, organisation: string): boolean {
  const counted = (measure: string) => figures.find(organisation, measure)?.value ?? null;
  return counted("organisations-returned") === 1 && counted("organisations-with-devices") === 0;
}

/** The censuses, oldest first and in words, to which an organisation returned without its devices. */
export const censusesWithoutDevices = (
  { release, figures, earlier }: Scene,
  organisation: string,
): string[] =>
  [...earlier, { release, figures }].flatMap((at) =>
    isWithoutDevices(at.figures, organisation) ? [formatDate(at.release.census)] : [],
  );
