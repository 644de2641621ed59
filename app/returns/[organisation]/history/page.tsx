import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { readAudit } from "@/lib/services/audit/read-audit";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { placeNames } from "@/lib/services/places/place-names";
import { currentSite } from "@/lib/services/site";
import { EventsTable } from "../../../admin/audit/events-table";
import { organisationCode, returnHref } from "../../search-params";

/** What was done to an organisation's return, by whom, when. */
export default async function History({ params }: { params: Promise<{ organisation: string }> }) {
  const organisation = organisationCode((await params).organisation);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(`/returns/${organisation}/history`);
  const site = currentSite();
  const read = await readAudit(site, viewer, { organisation, limit: 200 });
  if (!read.ok) return <Missing />;
  const people = await colleagueNames(site, viewer, {
    organisation,
    people: read.value.map(({ person }) => person),
  });
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  return (
    <SignedInShell
      viewer={viewer}
      title={`History of ${name}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation) },
      ]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">History</span>
        {name}
      </h1>
      {read.value.length === 0 ? (
        <p>Nothing has been done yet.</p>
      ) : (
        <EventsTable events={read.value} people={people} />
      )}
    </SignedInShell>
  );
}
