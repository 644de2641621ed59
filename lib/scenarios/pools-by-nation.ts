import { addExpectations, addOutlines, addPaths } from "@/lib/supply/add-places";
import { sumPopulations } from "@/lib/supply/sum-populations";
import type { EffectiveAssumption } from "./effective-assumptions";
import { isOfPools } from "./known";
import type { PlaceToProject, PreparedPlace } from "./prepare-projection";
import type { Lever } from "./scenario";

/** The nations that train apart, and whose pools a scenario can tell apart: England, Wales, Scotland, Northern Ireland. */
export const NATIONS = ["E92000001", "W92000004", "S92000003", "N92000002"] as const;

/** The nation of a place; null where it is in none, or is of several. */
export const nationOf = ({ code, within }: Pick<PlaceToProject, "code" | "within">): string | null =>
  NATIONS.find((nation) => code === nation || within.includes(nation)) ?? null;

/** Whether a scenario says of which nation the people are who can come. */
export const toldApart = (
  assumptions: readonly Pick<EffectiveAssumption, "id" | "place">[],
  levers: readonly Lever[],
): boolean => [...assumptions, ...levers].some(({ id, place }) => isOfPools(id) && place !== undefined);

/** Places of one nation, which have its pools to themselves. */
type Nation = { nation: string | null; places: PlaceToProject[] };

/**
 * Prepares places nation by nation. A place that is of several nations, such as all organisations together, is what the
 * organisations of each come to.
 *
 * @param prepare Prepares places that share their pools.
 */
export function preparedByNation(
  places: readonly PlaceToProject[],
  prepare: (places: readonly PlaceToProject[], nation: string | null) => readonly PreparedPlace[],
): PreparedPlace[] {
  const own = places.filter(({ view }) => view === "organisation");
  const spanning = places.filter((one) => one.view === "nation" && nationOf(one) === null && own.length > 0);
  const nations: Nation[] = [...NATIONS, null].flatMap((nation) => {
    const here = places.filter((one) => nationOf(one) === nation && !spanning.includes(one));
    return here.length > 0 ? [{ nation, places: here }] : [];
  });
  const prepared = new Map<PlaceToProject, PreparedPlace[]>();
  for (const { nation, places: here } of nations) {
    const staff = here.filter(({ view }) => view === "organisation").map(({ population }) => population);
    const parts = spanning.map(
      (one): PlaceToProject => ({
        ...one,
        // Its posts are others than those of its part in another nation, and meet luck of their own.
        code: `${one.code} ${nation ?? ""}`,
        within: nation === null ? one.within : [one.code, ...one.within, nation],
        population: sumPopulations(staff),
      }),
    );
    const found = prepare([...here, ...(staff.length > 0 ? parts : [])], nation);
    for (const [at, one] of found.entries()) {
      const of = here[at] ?? spanning[at - here.length];
      if (of !== undefined) prepared.set(of, [...(prepared.get(of) ?? []), one]);
    }
  }
  return places.flatMap((place) => {
    const [first, ...others] = prepared.get(place) ?? [];
    if (first === undefined) return [];
    return [spanning.includes(place) ? together(place, [first, ...others]) : first];
  });
}

function together(place: PlaceToProject, parts: readonly PreparedPlace[]): PreparedPlace {
  const [first] = parts as [PreparedPlace];
  return {
    place,
    centre: first.centre,
    mean: () => addExpectations(parts.map(({ mean }) => mean())),
    outlineIn: (draw) => addOutlines(parts.map(({ outlineIn }) => outlineIn(draw))),
    paths: () => {
      const all = parts.flatMap(({ paths }) => paths() ?? []);
      return all.length === parts.length ? addPaths(all) : null;
    },
    shift: () => null,
  };
}
