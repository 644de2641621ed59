import type { Place } from "@/lib/places/place";
import { placesAsAt } from "@/lib/places/places-as-at";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { standingsOn } from "@/lib/places/standing";
import { fail, ok, type Result } from "@/lib/result";

/**
 * The codes of the organisations that a collection asks, in order: those given, or every one open at the census. A
 * synthetic collection asks fictional organisations alone and a real one none, so that no invented figure ever stands
 * beside a real organisation's name.
 */
export function frameToAsk(
  tables: ReferenceTables,
  { census, synthetic }: { census: string; synthetic: boolean },
  given: readonly string[] | null,
): Result<string[]> {
  const open = new Map<string, Place>();
  for (const { place } of placesAsAt(tables, census).values())
    if (place.level === "organisation" && place.synthetic === synthetic) open.set(place.code, place);
  const asked = [...new Set(given ?? open.keys())].sort();
  if (asked.length === 0)
    return fail(
      "nobody-asked",
      "The collection would ask nobody.",
      given
        ? "Name at least one organisation, or none to ask every one."
        : "Load the organisations first: muster doctor says what is missing.",
    );
  const wrong = asked.find((code) => !open.has(code));
  if (wrong !== undefined) {
    const standing = standingsOn(tables, census)(wrong);
    return fail(
      "cannot-be-asked",
      !standing.known
        ? `${wrong} is no organisation’s code.`
        : standing.valid
          ? `${wrong} (${standing.name}) is ${synthetic ? "no fictional organisation, and this collection is synthetic" : "a fictional organisation, and this collection is of real ones"}.`
          : standing.reason,
      "Take it out, or search for the right code on the places page.",
    );
  }
  return ok(asked);
}
