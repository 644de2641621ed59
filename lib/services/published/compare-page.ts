import { placesOfRelease } from "@/db/queries/published/places";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { compareHref, readCompared } from "@/lib/published/compare-address";
import { type ComparedTopic, comparisonOf } from "@/lib/published/comparison";
import { fewAnsweredOf } from "@/lib/published/few-answered";
import type { PublishedPlace } from "@/lib/published/release";
import { type ReleaseNote, releaseNote } from "@/lib/published/release-note";
import { placesUnder } from "@/lib/published/scene";
import type { Problem } from "@/lib/result";
import { releaseFor } from "./place-page";
import { type Published, readPublished } from "./read-published";
import { readScene } from "./read-scene";
import { type SiteFacts, siteFacts } from "./site-facts";

/** Places that one can choose, each under what it is part of. */
export type PlaceChoice = { code: string; name: string; group: string };

export type ComparePage = {
  site: SiteFacts;
  note: ReleaseNote | null;
  choices: readonly PlaceChoice[];
  /** The codes asked for, known or not, so that the form shows them. */
  asked: readonly string[];
  /** The release that its links hold, where its address does. */
  held: number | undefined;
  /** Empty while fewer than two places are chosen. */
  places: readonly PublishedPlace[];
  topics: readonly ComparedTopic[];
  /** Of which of the places few have answered; null where of none. */
  few: string | null;
  problem: Problem | null;
  /** Set where the address asks for the newest release by name: its own address is the one that stays. */
  moved: string | null;
};

/** Up to four places above organisation side by side, in a release: the newest, where the address names none. */
export function readComparePage(segments: readonly string[]): Promise<Published<ComparePage> | null> {
  return readPublished(async (db) => {
    const site = await siteFacts(db);
    const read = readCompared(segments);
    const found = releaseFor(site, read.ok ? read.value.release : null);
    const release = found.ok ? found.value : site.latest;
    const held = read.ok && typeof read.value.release === "number";
    const all = release ? await placesOfRelease(db, release.number) : [];
    const known = new Map(all.map((place) => [place.code, place]));
    const page = {
      site,
      note: release && releaseNote(site, release),
      choices: placeChoices(known),
      asked: read.ok ? read.value.codes : [],
      held: held && release ? release.number : undefined,
      places: [],
      topics: [],
      few: null,
      problem: null,
      moved:
        read.ok && read.value.release === "latest" && release
          ? compareHref(read.value.codes, release.number)
          : null,
    };
    if (!read.ok) return { ...page, problem: read.problem };
    if (!found.ok) return { ...page, problem: found.problem };
    const asked = read.value.codes;
    const unfit = asked.find((code) => (known.get(code)?.level ?? "organisation") === "organisation");
    if (unfit !== undefined) return { ...page, problem: problemOf(unfit, known.get(unfit)) };
    const places = asked.flatMap((code) => known.get(code) ?? []);
    const [first, second, ...more] = places;
    if (!release || !first || !second) return page;
    const also = [second, ...more].map(({ code }) => code);
    const scene = await readScene(db, site.releases, release, first.code, { also, held });
    return { ...page, places, topics: comparisonOf(scene, places), few: fewAnsweredOf(scene, places) };
  });
}

const problemOf = (code: string, place: PublishedPlace | undefined): Problem =>
  place
    ? {
        code: "organisation",
        message: `${place.name} is one organisation, and figures of one organisation are not public. Choose nations, regions or boards.`,
      }
    : { code: "place", message: `This release has no place with the code “${code.slice(0, 20)}”.` };

/** The United Kingdom and its nations, then regions and boards, each under what it is part of. */
export function placeChoices(places: ReadonlyMap<string, PublishedPlace>): PlaceChoice[] {
  const under = (code: string, group: string): PlaceChoice[] => {
    const parts = placesUnder(places, code).filter(({ level }) => level !== "organisation");
    return [
      ...parts.map(({ code: part, name }) => ({ code: part, name, group })),
      ...parts.flatMap((part) => under(part.code, part.name)),
    ];
  };
  const whole = places.get(UNITED_KINGDOM);
  return whole
    ? [{ code: whole.code, name: whole.name, group: "Nations" }, ...under(whole.code, "Nations")]
    : [];
}
