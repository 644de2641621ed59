import type { ScenarioFault } from "./read-scenario";
import type { Scenario } from "./scenario";

/** Codes that a scenario may name: places that there are, and categories of devices. */
export type KnownNames = { places: ReadonlySet<string>; categories: ReadonlySet<string> };

/** The levers of a scenario that name a place or a category of devices that there is not. */
export const unknownNames = (
  { levers }: Pick<Scenario, "levers">,
  { places, categories }: KnownNames,
): ScenarioFault[] =>
  levers.flatMap(({ place, category }, at): ScenarioFault[] => [
    ...(place !== undefined && !places.has(place)
      ? [{ path: `levers[${at}].place`, expected: "the code of a place that there is", found: place }]
      : []),
    ...(category !== undefined && !categories.has(category)
      ? [
          {
            path: `levers[${at}].category`,
            expected: "a category of data/reference/categories.csv",
            found: category,
          },
        ]
      : []),
  ]);
