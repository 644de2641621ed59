import type { Level } from "@/lib/places/place";
import type { ReleasePlace, Response, ResponseState } from "./release-input";

/** A place of the release with the organisations asked in it, itself if it is one. */
export type FramePlace = { code: string; level: Level; organisations: readonly string[] };

export type Frame = {
  /** Only places in which an organisation was asked. */
  places: readonly FramePlace[];
  response: (organisation: string) => ResponseState;
  has: (organisation: string) => boolean;
};

/**
 * Lays the organisations under every place above them. Throws on a geography with a hole in it or a response of an
 * organisation that is not in it: the caller made them from one snapshot, so that is a bug.
 */
export function layFrame(geography: readonly ReleasePlace[], responses: readonly Response[]): Frame {
  const byCode = new Map(geography.map((place) => [place.code, place]));
  const below = new Map<string, string[]>();
  const organisations = geography.filter(({ level }) => level === "organisation").map(({ code }) => code);
  for (const organisation of organisations.sort()) {
    for (let code: string | null = organisation; code !== null; ) {
      const place: ReleasePlace | undefined = byCode.get(code);
      if (place === undefined)
        throw new Error(`${organisation} hangs from ${code}, which is not in the geography`);
      const list = below.get(code) ?? [];
      if (list.at(-1) === organisation) throw new Error(`${code} hangs from itself`);
      list.push(organisation);
      below.set(code, list);
      code = place.parent;
    }
  }
  const states = new Map(responses.map(({ organisation, state }) => [organisation, state]));
  const stranger = [...states.keys()].find((code) => byCode.get(code)?.level !== "organisation");
  if (stranger !== undefined)
    throw new Error(`${stranger} has a response but is no organisation of the geography`);
  return {
    places: geography
      .filter(({ code }) => below.has(code))
      .map(({ code, level }) => ({ code, level, organisations: below.get(code) ?? [] })),
    response: (organisation) => states.get(organisation) ?? "not_returned",
    has: (organisation) => byCode.get(organisation)?.level === "organisation",
  };
}
