import type { Imputed } from "@/lib/scenarios/non-response";
import { type PlaceToProject, wholeNation } from "@/lib/scenarios/prepare-projection";
import { startDoubt } from "@/lib/scenarios/start-doubt";
import type { Base } from "@/lib/supply/fit-base";
import { standardHours } from "@/lib/supply/standard-hours";
import { SAME_WORK, type WorkChange } from "@/lib/workload/work-change";
import type { PublishedPlace, Release } from "./release";
import { placesAbove, type Scene } from "./scene";

/** Whether visitors may see a release's figures: one that was corrected stays to be cited, one withdrawn does not. */
export const isShown = ({ publishedAt, status }: Release): boolean =>
  publishedAt !== null && status !== "withdrawn";

const isSame = (change: WorkChange): boolean =>
  Object.entries(SAME_WORK).every(([key, value]) => change[key as keyof WorkChange] === value);

/**
 * A place of a release as a scenario projects it: the population fitted to its published figures, and its published
 * requirement, which stays as it is. What the work would ask for if it changed its figures do not tell.
 */
export function placeToProject(
  { places, figures }: Pick<Scene, "places" | "figures">,
  place: PublishedPlace,
  base: Base,
  imputed?: Imputed | null,
): PlaceToProject {
  const above = placesAbove(places, place.code);
  const nation = [...above, place].find(({ level }) => level === "nation")?.code ?? null;
  const number = (measure: string) => figures.find(place.code, measure)?.value ?? null;
  const [required, wanted, compared, inPost, illustrative] = [
    "requirement",
    "requirement-compared",
    "in-post-compared",
    "in-post",
    "illustrative-share",
  ].map(number) as [number | null, number | null, number | null, number | null, number | null];
  const known = required !== null && wanted !== null && compared !== null && inPost !== null && inPost > 0;
  return {
    ...wholeNation(base.population, place.code, startDoubt(base)),
    name: place.name,
    ...(imputed && { imputed }),
    within: above.map(({ code }) => code),
    notes: [
      ...base.notes,
      "It starts from published figures alone: the population is fitted to them.",
      "Moves between organisations are taken to be exchanged like for like.",
      ...(nation === null
        ? ["The nations' weeks differ; full-week equivalents are formed with 37.5 hours."]
        : []),
      ...(known ? [] : ["No requirement is published here, and so no workload gap is formed."]),
    ],
    standardHours: (date) => (nation === null ? 37.5 : standardHours(nation, date)),
    requirement: known
      ? (change) =>
          isSame(change)
            ? {
                requiredWte: required,
                comparedWte: wanted,
                coverage: compared / inPost,
                illustrativeShare: illustrative === null ? null : illustrative / 100,
              }
            : null
      : null,
  };
}
