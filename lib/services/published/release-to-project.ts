import { basesOf } from "@/db/queries/published/bases";
import { totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { ratesOf } from "@/db/queries/published/rates";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { indexFigures } from "@/lib/published/figure-index";
import { isShown, placeToProject } from "@/lib/published/place-to-project";
import { latestRelease, type Release } from "@/lib/published/release";
import { fail, ok, type Result } from "@/lib/result";
import { assumptionsOfRates } from "@/lib/scenarios/assumptions-of-rates";
import type { EffectiveAssumption } from "@/lib/scenarios/effective-assumptions";
import type { PlaceToProject } from "@/lib/scenarios/prepare-projection";
import { faultInWords, type ScenarioFault } from "@/lib/scenarios/read-scenario";
import type { Site } from "../site";

export type ReleaseToProject = {
  release: Release;
  places: PlaceToProject[];
  /** What the returns behind it tell of rates, as its pages use it. */
  known: EffectiveAssumption[];
};

/** So many codes are named where none of them was meant. */
const NAMED = 8;

/**
 * What a scenario is run on where it is run on a release: of each place asked for, the population fitted to its
 * published figures and what its work asks for, and the rates that its returns tell of, as the public may see them. A release or a place that is not there is
 * refused with where it was asked for, what was expected and what was found.
 *
 * @param path Where the release was asked for: an option of the command, or a key of the scenario.
 */
export function releaseToProject(
  { pool }: Pick<Site, "pool">,
  asked: { release: number | "latest"; path: string; places: readonly string[] },
): Promise<Result<ReleaseToProject>> {
  return inTransaction(pool, { role: "muster_public" }, async (reader) => {
    const shown = (await releases(reader)).filter(isShown);
    const release =
      asked.release === "latest"
        ? latestRelease(shown)
        : (shown.find(({ number }) => number === asked.release) ?? null);
    if (release === null) {
      const numbers = shown.map(({ number }) => number).reverse();
      return fault({
        path: asked.path,
        expected:
          numbers.length === 0
            ? "a release, once one is published"
            : `one of the releases ${numbers.join(", ")}`,
        found: String(asked.release),
      });
    }
    const places = new Map(
      (await placesOfRelease(reader, release.number)).map((place) => [place.code, place]),
    );
    const bases = new Map(
      (await basesOf(reader, release.number, asked.places)).map((base) => [base.place, base]),
    );
    const figures = indexFigures(await totalsOfPlaces(reader, release.number, asked.places));
    const faults: ScenarioFault[] = [];
    const found: PlaceToProject[] = [];
    for (const [at, code] of asked.places.entries()) {
      const [place, base] = [places.get(code), bases.get(code)];
      if (place && base) found.push(placeToProject({ places, figures }, place, base.fit, base.look?.imputed));
      else
        faults.push({
          path: `--place (${at + 1} of ${asked.places.length})`,
          expected:
            place === undefined
              ? `the code of a place of release ${release.number}, such as ${examplesOf([...places.values()])}`
              : place.level === "organisation"
                ? "a board or a place above it: figures of one organisation are not public"
                : "a place whose number of staff in post is published",
          found: code,
        });
    }
    if (faults.length > 0) return fault(...faults);
    return ok({ release, places: found, known: assumptionsOfRates(await ratesOf(reader, release.number)) });
  });
}

const examplesOf = (places: readonly { code: string; level: string }[]): string =>
  places
    .filter(({ level }) => level !== "organisation" && level !== "board")
    .map(({ code }) => code)
    .slice(0, NAMED)
    .join(", ");

const fault = (...faults: ScenarioFault[]): Result<never> =>
  fail(
    "release-to-project",
    `The release cannot be projected: ${faults.map(faultInWords).join(" ")}`,
    "Correct it there.",
  );
