import { officialStatisticsOf } from "@/db/queries/published/official-statistics";
import { referenceTables } from "@/db/queries/reference";
import type { Reader } from "@/db/transaction";
import { type Hierarchy, placesAsAt } from "@/lib/places/places-as-at";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { type Coverage, coverageOf } from "@/lib/published/coverage";
import { type KeyFigure, keyFigure } from "@/lib/published/key-figure";
import { type OfficialPanel, officialPanel } from "@/lib/published/official-panel";
import { type OrganisationFacts, organisationFacts } from "@/lib/published/organisation-facts";
import { heldRelease } from "@/lib/published/place-href";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { type ReleaseNote, releaseNote } from "@/lib/published/release-note";
import { placesAbove, placesUnder } from "@/lib/published/scene";
import { censusesWithoutDevices } from "@/lib/published/without-devices";
import { KEY_MEASURES } from "./area-page";
import { readScene } from "./read-scene";
import type { SiteFacts } from "./site-facts";

/**
 * A page of an organisation (or of a place that the release does not have): who it is, whether it answered, official
 * statistics, and the figures of the place it is part of. No figure of its own staff is public.
 */
export type OrganisationPage = {
  kind: "organisation";
  facts: OrganisationFacts;
  above: readonly PublishedPlace[];
  note: ReleaseNote | null;
  /** As the release has it; null when it is not among the release's places. */
  place: PublishedPlace | null;
  /** Of one that is served: its host, whose return counts its service. */
  host: { code: string; name: string } | null;
  /** The censuses, in words, to which it returned without its devices. */
  withoutDevices: readonly string[];
  /**
   * The nearest place above it that has figures. None while the release is invented and the organisation is real: no
   * invented figure stands beside a real organisation's name.
   */
  board: { place: PublishedPlace; figures: readonly KeyFigure[]; coverage: Coverage | null } | null;
  /** The place above it, to go to instead. */
  parent: PublishedPlace | null;
  /** What it is made of, for a nation, region or board that the release does not have. */
  parts: readonly { code: string; name: string }[];
  /** Its neighbours in that place; those of a sample do not stand beside a real organisation either. */
  neighbours: readonly PublishedPlace[];
  official: OfficialPanel | null;
  /** The release that its links hold, where its own address does. */
  held: number | undefined;
};

export async function readOrganisationPage(
  db: Reader,
  site: SiteFacts,
  release: Release | null,
  code: string,
  held: boolean,
): Promise<OrganisationPage | null> {
  const tables = await referenceTables(db);
  const date = release?.geographyDate ?? new Date().toISOString().slice(0, 10);
  const facts = organisationFacts(tables, code, date);
  const scene = release ? await readScene(db, site.releases, release, code, { held }) : null;
  const place = scene?.places.get(code) ?? null;
  if (!facts && !place) return null;

  const above = scene
    ? place
      ? placesAbove(scene.places, code)
      : [...placesAbove(scene.places, facts?.parent ?? ""), ...present(scene.places.get(facts?.parent ?? ""))]
    : [];
  const parent = above.at(-1) ?? null;
  const synthetic = place?.synthetic ?? facts?.synthetic ?? false;
  const shown = scene && (synthetic || !scene.release.synthetic);
  const board = shown ? ([...above].reverse().find((one) => scene.figures.has(one.code)) ?? null) : null;
  const official = synthetic ? null : officialPanel(await officialStatisticsOf(db, code));
  return {
    kind: "organisation",
    facts: facts ?? factsOf(place as PublishedPlace),
    above,
    note: release ? releaseNote(site, release) : null,
    place,
    host: place?.servedBy ? hostOf(place.servedBy, scene?.places.get(place.servedBy), tables) : null,
    withoutDevices: scene ? censusesWithoutDevices(scene, code) : [],
    board:
      board && scene
        ? {
            place: board,
            figures: KEY_MEASURES.map((id) => keyFigure(scene, board, id)),
            coverage: coverageOf(scene, board),
          }
        : null,
    parent,
    parts: facts && facts.level !== "organisation" ? partsOf(placesAsAt(tables, date), code) : [],
    neighbours:
      parent && scene && shown
        ? placesUnder(scene.places, parent.code).filter(
            (other) => other.code !== code && other.level === "organisation",
          )
        : [],
    official,
    held: scene ? heldRelease(scene) : undefined,
  };
}

const hostOf = (code: string, place: PublishedPlace | undefined, { places }: ReferenceTables) => ({
  code,
  name: place?.name ?? places.find((one) => one.code === code)?.name ?? code,
});

const partsOf = (hierarchy: Hierarchy, code: string) =>
  (hierarchy.get(code)?.children ?? [])
    .flatMap((child) => hierarchy.get(child)?.place ?? [])
    .map((place) => ({ code: place.code, name: place.name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** A place that a release had and the tables no longer know. */
const factsOf = (place: PublishedPlace): OrganisationFacts => ({
  code: place.code,
  level: place.level,
  name: place.name,
  kind: place.kind,
  postcode: null,
  synthetic: place.synthetic,
  parent: place.parent,
  parentNote: null,
  opens: null,
  closed: null,
  followed: [],
  formerNames: [],
});
