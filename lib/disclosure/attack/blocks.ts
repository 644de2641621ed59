import { LEVELS } from "@/lib/places/place";
import type { Block } from "./attack-block";
import { type Knowledge, quarterOf } from "./knowledge";

/** The blocks of a nation that are attacked one by one: regions, and nations without regions. */
export function blocksOf({ geography, organisationsAt }: Knowledge): Block[] {
  const quarter = quarterOf(geography);
  const names = new Set(
    geography.filter(({ level }) => level === "organisation").map(({ code }) => quarter(code)),
  );
  return [...names].sort().flatMap((place) => {
    const organisations = organisationsAt(place);
    if (organisations.length === 0) return [];
    const inside = new Set(organisations);
    const within = geography.filter(({ code }) => {
      const there = organisationsAt(code);
      return there.length > 0 && there.every((one) => inside.has(one));
    });
    return [
      {
        place,
        organisations,
        places: within
          .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.code < b.code ? -1 : 1))
          .map(({ code }) => code),
        boards: within.filter(({ level }) => level === "board").map(({ code }) => code),
      },
    ];
  });
}
