import type { TagColour } from "@/app/_components/nhs/tag";
import type { SignedIn } from "@/app/_session/current-viewer";
import { may, organisationsFor } from "@/lib/access/rights";
import { formatDate } from "@/lib/format/date";
import { listCollections } from "@/lib/services/collections/open-collection";
import { watchCollection } from "@/lib/services/collections/watch-collection";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { listReleases } from "@/lib/services/releases/publish-release";
import { readWithdrawals } from "@/lib/services/returns/read-withdrawals";
import { currentSite } from "@/lib/services/site";
import { type CensusReturn, readReturns } from "./read-census";
import { returnState, waitsFor } from "./return-state";
import { returnHref } from "./search-params";

/** Something that waits for a person: what to do, where, and why it waits. */
export type Waiting = {
  href: string;
  title: string;
  tag: { text: string; colour: TagColour };
  says: string[];
};

/** Everything that waits for a person, in every role they have: returns first, then what administrators look after. */
export async function waitingFor(viewer: SignedIn, names: ReadonlyMap<string, string>): Promise<Waiting[]> {
  const own = organisationsFor(viewer, "read the exact return");
  const returns = await Promise.all(
    own.map(async (organisation) => {
      const read = await readReturns(viewer, organisation);
      const waits = (read.ok ? read.value : []).filter(({ view }) => waitsFor(viewer, view));
      return Promise.all(
        waits.map((one) => waitingReturn(viewer, one, names.get(organisation) ?? organisation)),
      );
    }),
  );
  return [...returns.flat(), ...(await waitingReleases(viewer)), ...(await openCollections(viewer))];
}

async function waitingReturn(
  viewer: SignedIn,
  { view, closes }: CensusReturn,
  name: string,
): Promise<Waiting> {
  const { organisation, census } = view;
  const { text, colour, waits } = returnState(view);
  const of = `Census of ${formatDate(census)}${closes ? `, open until ${formatDate(closes)}` : ""}.`;
  const href = returnHref(organisation, census);
  const submitted = view.submissions.find(({ state }) => state === "submitted");
  if (submitted) {
    const people = await colleagueNames(currentSite(), viewer, {
      organisation,
      people: [submitted.submittedBy],
    });
    const who = people.get(submitted.submittedBy ?? "") ?? "a colleague";
    return {
      href: `${href}#versions`,
      title: `Approve the return of ${name}`,
      tag: { text, colour },
      says: [
        `Version ${submitted.version} was submitted by ${who} on ${formatDate(submitted.submittedAt)} and waits for you: approve it, or send it back with a reason.`,
        of,
      ],
    };
  }
  const newest = view.submissions[0];
  const read =
    newest?.state === "withdrawn"
      ? await readWithdrawals(currentSite(), viewer, { organisation, census })
      : null;
  const reason = read?.ok && read.value.find(({ version }) => version === newest?.version)?.reason;
  const verb = newest?.state === "withdrawn" ? "Mend" : view.draft.length === 0 ? "Begin" : "Finish";
  return {
    href,
    title: `${verb} the return of ${name}`,
    tag: { text, colour },
    says: [waits, ...(reason ? [`The reason given: “${reason}”`] : []), of],
  };
}

async function waitingReleases(viewer: SignedIn): Promise<Waiting[]> {
  if (!may(viewer, "publish a release")) return [];
  const listed = await listReleases(currentSite(), viewer);
  const built = (listed.ok ? listed.value : []).filter(({ release: { status } }) =>
    ["built", "in_review"].includes(status),
  );
  const people = await colleagueNames(currentSite(), viewer, {
    organisation: null,
    people: built.map(({ builtBy }) => builtBy),
  });
  return built.map(({ release, builtBy, obstacle }) => ({
    href: `/admin/releases/${release.number}`,
    title:
      builtBy === viewer.person
        ? `Release ${release.number} is built`
        : `${obstacle ? "Review" : "Publish"} release ${release.number}`,
    tag:
      builtBy === viewer.person
        ? { text: "Waits for another", colour: "grey" }
        : { text: "Waits for a second person", colour: "yellow" },
    says: [
      `Census of ${formatDate(release.census)}, built on ${formatDate(release.builtAt)} by ${
        builtBy === viewer.person ? "you" : (people.get(builtBy ?? "") ?? "the operator")
      }.`,
      obstacle ? obstacle.message : "Look at it, then publish it.",
    ],
  }));
}

const NAMED = 5;

async function openCollections(viewer: SignedIn): Promise<Waiting[]> {
  if (!may(viewer, "watch a collection")) return [];
  const site = currentSite();
  const open = (await listCollections(site)).filter(({ status }) => status === "open");
  const watched = await Promise.all(open.map(({ census }) => watchCollection(site, viewer, { census })));
  return watched.flatMap((read) => {
    if (!read.ok) return [];
    const { collection, organisations } = read.value;
    const missing = organisations.filter(({ state }) => state === "not_returned" || state === "withdrawn");
    const submitted = organisations.filter(({ state }) => state === "submitted").length;
    if (missing.length === 0 && submitted === 0) return [];
    const named = missing.slice(0, NAMED).map(({ name }) => name);
    const more = missing.length - named.length;
    return {
      href: `/admin/collections/${collection.census}`,
      title: `${missing.length} of ${organisations.length} organisations have not returned`,
      tag: { text: "Open", colour: "blue" },
      says: [
        `Census of ${formatDate(collection.census)}${collection.closes ? `, open until ${formatDate(collection.closes)}` : ""}.`,
        ...(named.length > 0 ? [`${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`] : []),
        ...(submitted > 0
          ? [
              `${submitted} ${submitted === 1 ? "return waits" : "returns wait"} for the approver of its organisation.`,
            ]
          : []),
      ],
    };
  });
}
