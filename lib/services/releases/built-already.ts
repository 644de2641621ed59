import { placesOfRelease } from "@/db/queries/published/places";
import { inputsOf, releases } from "@/db/queries/releases";
import type { Reader } from "@/db/transaction";
import type { PublishedPlace, Release } from "@/lib/published/release";

const ALIKE = ["hash", "geographyDate", "collectionOpen", "ruleSet", "codeVersion", "replaces"] as const;

/**
 * A built release of this census that says the very same, from the same answers, and that nobody has published: null
 * where there is none. A job run twice finds the first run's; so does a wish for what has been built already.
 */
export async function builtAlready(
  reader: Reader,
  wanted: Release,
  places: readonly PublishedPlace[],
  submissions: readonly { id: string }[],
): Promise<number | null> {
  const found = (await releases(reader)).find(
    (release) => release.status === "built" && release.census === wanted.census,
  );
  if (!found || ALIKE.some((field) => found[field] !== wanted[field])) return null;
  const text = (rows: readonly PublishedPlace[]) =>
    JSON.stringify(
      rows
        .map((place) => [
          place.code,
          place.level,
          place.name,
          place.parent,
          place.kind,
          place.synthetic,
          place.response,
          place.servedBy ?? null,
        ])
        .sort(),
    );
  if (text(await placesOfRelease(reader, found.number)) !== text(places)) return null;
  const inputs = submissions.map(({ id }) => id).sort();
  return (await inputsOf(reader, found.number)).join() === inputs.join() ? found.number : null;
}
