import { Button } from "@/app/_components/nhs/button";
import { SummaryList } from "@/app/_components/nhs/summary-list";
import { Tag } from "@/app/_components/nhs/tag";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { listCollections } from "@/lib/services/collections/open-collection";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { listReleases } from "@/lib/services/releases/publish-release";
import { buildState } from "@/lib/services/releases/request-build";
import { currentSite } from "@/lib/services/site";
import { administrator } from "../administrator";
import { buildInWords } from "./build-in-words";
import { RELEASE_STATUS } from "./release-status";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Releases: built by one administrator, published by another. */
export default async function Releases({ searchParams }: Props) {
  const viewer = await administrator("/admin/releases");
  if (!viewer) return <Missing />;
  const { notice } = await searchParams;
  const site = currentSite();
  const [listed, jobs, collections] = await Promise.all([
    listReleases(site, viewer),
    buildState(site, viewer),
    listCollections(site),
  ]);
  const releases = listed.ok ? listed.value : [];
  const builds = jobs.ok ? jobs.value : [];
  const busy = builds.some(({ state }) => state === "created" || state === "retry" || state === "active");
  const people = await colleagueNames(site, viewer, {
    organisation: null,
    people: releases.flatMap(({ builtBy, publishedBy }) => [builtBy, publishedBy]),
  });
  const who = (person: string | null) =>
    person ? (people.get(person) ?? "a former colleague") : "the operator";
  return (
    <SignedInShell
      viewer={viewer}
      title="Releases"
      current="admin"
      crumbs={[{ text: "Administration", href: "/admin" }]}
      notice={await readNotice(typeof notice === "string" ? notice : undefined, viewer.person)}
    >
      <h1 className="nhsuk-heading-l">Releases</h1>
      <p>
        One administrator builds a release, and another publishes it. A published release is never changed.
      </p>
      <section>
        <h2>Build</h2>
        <ul className="muster-actions">
          {collections.map(({ census }) => (
            <li key={census}>
              <form action="/admin/releases/build" method="post">
                <input type="hidden" name="census" value={census} />
                <Button variant="secondary">Build a release of {formatDate(census)}</Button>
              </form>
            </li>
          ))}
        </ul>
        {builds.map((build) => (
          <p key={build.id}>{buildInWords(build)}</p>
        ))}
        {busy ? (
          <p>
            <a href="/admin/releases">Look again</a>
          </p>
        ) : null}
      </section>
      <section>
        <h2>All releases</h2>
        {releases.length === 0 ? <p>No release has been built yet.</p> : null}
        {releases.map(({ release, builtBy, publishedBy, obstacle }) => (
          <div className="muster-panel" key={release.number} id={`release-${release.number}`}>
            <h3>
              <a href={`/admin/releases/${release.number}`}>Release {release.number}</a>, census of{" "}
              {formatDate(release.census)}{" "}
              <Tag colour={RELEASE_STATUS[release.status].colour}>{RELEASE_STATUS[release.status].text}</Tag>
            </h3>
            <SummaryList
              rows={[
                { key: "Built", value: `${formatDate(release.builtAt)}, by ${who(builtBy)}` },
                {
                  key: "Published",
                  value: release.publishedAt
                    ? `${formatDate(release.publishedAt)}, by ${who(publishedBy)}`
                    : "Not yet",
                },
                ...(release.about ? [{ key: "What it says of itself", value: release.about }] : []),
                { key: "Fingerprint", value: <code className="muster-value">{release.hash}</code> },
              ]}
            />
            {release.publishedAt === null ? (
              obstacle ? (
                <p>
                  {obstacle.message} {obstacle.mend}
                </p>
              ) : (
                <form action="/admin/releases/publish" method="post">
                  <input type="hidden" name="number" value={release.number} />
                  <Button>Publish release {release.number}</Button>
                </form>
              )
            ) : null}
          </div>
        ))}
      </section>
    </SignedInShell>
  );
}
