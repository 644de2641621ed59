import { figuresOfPlace, totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Figure } from "@/lib/disclosure/figure";
import { latestRelease, type PublishedPlace, type Release } from "@/lib/published/release";
import { fail, ok, type Result } from "@/lib/result";
import type { Site } from "../site";

export type BoardFigures = {
  release: Release;
  place: PublishedPlace;
  /** Every organisation under it, with the totals that members may see. */
  organisations: { place: PublishedPlace; figures: Figure[] }[];
};

const nothing = () =>
  fail("nothing-published", "Nothing has been published yet.", "Come back after the first release.");

/** The places with organisations directly under them, in the newest release: where members' tables exist. */
export async function membersPlaces(
  site: Site,
  viewer: Viewer,
): Promise<Result<{ release: Release; places: PublishedPlace[]; own: ReadonlySet<string> }>> {
  if (!may(viewer, "read members' figures")) return refusal(viewer, "read members' figures");
  return inTransaction(site.pool, { role: "muster_member" }, async (reader) => {
    const release = latestRelease(await releases(reader));
    if (!release) return nothing();
    const places = await placesOfRelease(reader, release.number);
    const organisations = places.filter(({ level }) => level === "organisation");
    const parentsOf = (some: readonly PublishedPlace[]) =>
      new Set(some.flatMap(({ parent }) => (parent === null ? [] : [parent])));
    const parents = parentsOf(organisations);
    const mine = new Set(viewer.kind === "person" ? viewer.memberships.map((one) => one.organisation) : []);
    return ok({
      release,
      places: places.filter(({ code }) => parents.has(code)),
      own: parentsOf(organisations.filter(({ code }) => mine.has(code))),
    });
  });
}

/** Members' figures of the organisations of a place, as the newest release has them. */
export async function readMembersFigures(
  site: Site,
  viewer: Viewer,
  args: { place: string },
): Promise<Result<BoardFigures>> {
  if (!may(viewer, "read members' figures")) return refusal(viewer, "read members' figures");
  return inTransaction(site.pool, { role: "muster_member" }, async (reader) => {
    const release = latestRelease(await releases(reader));
    if (!release) return nothing();
    const places = await placesOfRelease(reader, release.number);
    const place = places.find(({ code }) => code === args.place);
    const under = places.filter(({ level, parent }) => level === "organisation" && parent === args.place);
    if (!place || under.length === 0)
      return fail(
        "no-such-place",
        `${args.place} has no organisations of its own.`,
        "Choose one of the places listed.",
      );
    const figures = await totalsOfPlaces(
      reader,
      release.number,
      under.map(({ code }) => code),
    );
    return ok({
      release,
      place,
      organisations: under.map((one) => ({
        place: one,
        figures: figures.filter((figure) => figure.place === one.code),
      })),
    });
  });
}

/** What others see of one organisation: its every row in the newest release, for its own people. */
export async function readSeen(
  site: Site,
  viewer: Viewer,
  args: { organisation: string },
): Promise<Result<{ release: Release; place: PublishedPlace | null; figures: Figure[] }>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, { role: "muster_member" }, async (reader) => {
    const release = latestRelease(await releases(reader));
    if (!release) return nothing();
    const places = await placesOfRelease(reader, release.number);
    return ok({
      release,
      place: places.find(({ code }) => code === args.organisation) ?? null,
      figures: await figuresOfPlace(reader, release.number, args.organisation),
    });
  });
}
