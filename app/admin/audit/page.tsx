import { Tag } from "@/app/_components/nhs/tag";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { auditIsWhole, readAudit } from "@/lib/services/audit/read-audit";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { currentSite } from "@/lib/services/site";
import { administrator } from "../administrator";
import { EventsTable } from "./events-table";

/** Everything that was done, and whether the record of it is whole. */
export default async function Audit() {
  const viewer = await administrator("/admin/audit");
  if (!viewer) return <Missing />;
  const site = currentSite();
  const [read, whole] = await Promise.all([
    readAudit(site, viewer, { organisation: null, limit: 200 }),
    auditIsWhole(site, viewer),
  ]);
  const events = read.ok ? read.value : [];
  const people = await colleagueNames(site, viewer, {
    organisation: null,
    people: events.map(({ person }) => person),
  });
  const broken = whole.ok ? whole.value.firstBroken : null;
  return (
    <SignedInShell
      viewer={viewer}
      title="Audit"
      current="admin"
      crumbs={[{ text: "Administration", href: "/admin" }]}
    >
      <h1 className="nhsuk-heading-l">Audit</h1>
      <p>
        {broken === null ? (
          <>
            <Tag colour="green">Whole</Tag> Every event fits the one before it: nothing was changed or taken
            away.
          </>
        ) : (
          <>
            <Tag colour="red">Broken</Tag> The record does not fit from event {broken} on. Tell whoever runs
            the database.
          </>
        )}
      </p>
      <p>The newest 200 events.</p>
      <EventsTable events={events} people={people} />
    </SignedInShell>
  );
}
