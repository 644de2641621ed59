import { Table } from "@/app/_components/nhs/table";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { listCollections } from "@/lib/services/collections/open-collection";
import { watchCollection } from "@/lib/services/collections/watch-collection";
import { currentSite } from "@/lib/services/site";
import { WaitingList } from "../returns/_sections/waiting-list";
import { waitingFor } from "../returns/waiting";
import { administrator } from "./administrator";
import { OpenForm } from "./collections/open/open-form";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The collections, and how far each has come. */
export default async function Administration({ searchParams }: Props) {
  const viewer = await administrator("/admin");
  if (!viewer) return <Missing />;
  const { notice: parameter } = await searchParams;
  const notice = await readNotice(typeof parameter === "string" ? parameter : undefined, viewer.person);
  const site = currentSite();
  const collections = await listCollections(site);
  const reads = await Promise.all(collections.map(({ census }) => watchCollection(site, viewer, { census })));
  const watched = reads.flatMap((read) => (read.ok ? [read.value] : []));
  return (
    <SignedInShell viewer={viewer} title="Administration" current="admin" notice={notice}>
      <h1 className="nhsuk-heading-l">Administration</h1>
      <WaitingList
        waiting={await waitingFor(viewer, new Map())}
        otherwise="Every organisation has returned, and every release that was built is published."
      />
      <ul className="muster-actions">
        <li>
          <a href="/admin/releases">Releases</a>
        </li>
        <li>
          <a href="/admin/people">People</a>
        </li>
        <li>
          <a href="/admin/audit">Audit</a>
        </li>
      </ul>
      <h2>Collections</h2>
      {watched.length === 0 ? <p>No collection has been opened yet.</p> : null}
      <Table
        caption="Collections"
        captionHidden
        columns={[
          { heading: "Census" },
          { heading: "State" },
          { heading: "Asked", numeric: true },
          { heading: "Approved", numeric: true },
          { heading: "Waiting for approval", numeric: true },
          { heading: "Not returned", numeric: true },
        ]}
        rows={watched.map(({ collection, organisations }) => {
          const count = (state: string) => String(organisations.filter((one) => one.state === state).length);
          return {
            key: collection.census,
            cells: [
              <a href={`/admin/collections/${collection.census}`} key="census">
                {formatDate(collection.census)}
              </a>,
              collection.status === "open" ? "Open" : "Closed",
              String(organisations.length),
              count("approved"),
              count("submitted"),
              count("not_returned"),
            ],
          };
        })}
      />
      <OpenForm notice={notice} />
    </SignedInShell>
  );
}
