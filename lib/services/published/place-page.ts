import { nameOfPlace, placesOfRelease } from "@/db/queries/published/places";
import type { Reader } from "@/db/transaction";
import { normaliseCode } from "@/lib/places/code";
import { readPlaceView } from "@/lib/published/place-address";
import { measureHref, placeHref, subjectHref } from "@/lib/published/place-href";
import type { Release } from "@/lib/published/release";
import { fail, type Problem, type Result } from "@/lib/result";
import { type AreaPage, readAreaPage } from "./area-page";
import { type OrganisationPage, readOrganisationPage } from "./organisation-page";
import { type Published, readPublished } from "./read-published";
import { type SiteFacts, siteFacts } from "./site-facts";

export type PlacePage = { site: SiteFacts } & (
  | { kind: "moved"; to: string }
  | {
      kind: "missing";
      problem: Problem;
      /** The place that was asked for, where there is one. */
      place: { code: string; name: string } | null;
      measureKnown: boolean;
    }
  | AreaPage
  | OrganisationPage
);

/**
 * The page of a place's address. `view` are the segments after the code. An unknown code, measure or release is
 * `missing`, with a sentence; `latest` and a code in small letters are `moved`.
 */
export function readPlacePage(code: string, view: readonly string[]): Promise<Published<PlacePage> | null> {
  return readPublished((db) => placePage(db, code, view));
}

async function placePage(db: Reader, given: string, view: readonly string[]): Promise<PlacePage> {
  const site = await siteFacts(db);
  const code = normaliseCode(given);
  // Asked first and cheaply, since anyone can make up addresses.
  const name = await nameOfPlace(db, code);
  const missing = (problem: Problem, measureKnown = false): PlacePage => ({
    site,
    kind: "missing",
    problem,
    place: name === null ? null : { code, name },
    measureKnown,
  });
  if (name === null)
    return missing({ code: "place", message: `No place has the code “${given.slice(0, 20)}”.` });
  if (code !== given) return { site, kind: "moved", to: ["/places", code, ...view].join("/") };
  const address = readPlaceView(view);
  if (!address.ok) return missing(address.problem);
  const { measure, subject } = address.value;
  const held = address.value.release !== null;
  const found = releaseFor(site, address.value.release);
  if (!found.ok) return missing(found.problem, measure !== null || subject !== null);
  const release = found.value;
  if (address.value.release === "latest" && release !== null) {
    const to =
      measure !== null
        ? measureHref(code, measure, release.number)
        : subject !== null
          ? subjectHref(code, subject, release.number)
          : placeHref(code, release.number);
    return { site, kind: "moved", to };
  }

  const place =
    release === null
      ? null
      : ((await placesOfRelease(db, release.number)).find((one) => one.code === code) ?? null);
  if (release && place && place.level !== "organisation")
    return { site, ...(await readAreaPage(db, site, release, place, { measure, subject, held })) };
  if (measure !== null || subject !== null)
    return missing(
      {
        code: "measure",
        message: "Figures of one organisation are not public, because the teams are small.",
      },
      true,
    );
  const organisation = await readOrganisationPage(db, site, release, code, held);
  return organisation
    ? { site, ...organisation }
    : missing({ code: "place", message: `Release ${release?.number} has no place with the code “${code}”.` });
}

/** The release an address asks for; null when none has been published yet. */
export function releaseFor(site: SiteFacts, asked: number | "latest" | null): Result<Release | null> {
  if (asked === null || asked === "latest") return { ok: true, value: site.latest };
  const release = site.releases.find((one) => one.number === asked);
  if (release === undefined) {
    const numbers = site.releases.map((one) => `r${one.number}`).reverse();
    return fail(
      "release",
      `There is no release ${asked}. There ${numbers.length === 1 ? "is" : "are"} ${numbers.join(", ") || "none yet"}.`,
    );
  }
  if (release.status === "withdrawn")
    return fail(
      "release-withdrawn",
      `Release ${asked} has been withdrawn${release.note ? `: ${release.note}` : "."}`,
    );
  return { ok: true, value: release };
}
