import { type SignedIn, signedInViewer } from "@/app/_session/current-viewer";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { may, organisationsFor } from "@/lib/access/rights";
import { placeNames } from "@/lib/services/places/place-names";
import { currentSite } from "@/lib/services/site";
import { MembersTables } from "../members/members-tables";
import { OwnReturns } from "./_sections/own-returns";
import { PublishedFigures } from "./_sections/published-figures";
import { WaitingList } from "./_sections/waiting-list";
import { RETURN_QUERY } from "./search-params";
import { waitingFor } from "./waiting";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where one lands after signing in: what each of one's roles has to do or may see. */
export default async function YourMuster({ searchParams }: Props) {
  const viewer = await signedInViewer("/returns");
  const query = RETURN_QUERY.parse(await searchParams);
  const own = organisationsFor(viewer, "read the exact return");
  const names = await placeNames(currentSite(), own);
  const nothing = viewer.memberships.length === 0;
  return (
    <SignedInShell viewer={viewer} title="Your Muster" notice={await readNotice(query.notice, viewer.person)}>
      <h1 className="nhsuk-heading-l">Your Muster</h1>
      {nothing ? (
        <p>
          You have no role here yet. Ask the person who looks after your organisation’s access, or IPEM, for
          one.
        </p>
      ) : null}
      {nothing ? null : (
        <WaitingList waiting={await waitingFor(viewer, names)} otherwise={otherwise(viewer)} />
      )}
      {own.map((organisation) => (
        <OwnReturns
          key={organisation}
          viewer={viewer}
          organisation={organisation}
          name={names.get(organisation) ?? organisation}
        />
      ))}
      {may(viewer, "watch a collection") ? (
        <section>
          <h2>Administration</h2>
          <p>
            <a href="/admin">Collections, releases, people and audit</a>
          </p>
        </section>
      ) : null}
      <PublishedFigures />
      {may(viewer, "read members' figures") ? <MembersTables /> : null}
    </SignedInShell>
  );
}

/** Of a person for whom nothing waits: what their first role lets them look at. */
function otherwise(viewer: SignedIn): string {
  const roles = new Set(viewer.memberships.map(({ role }) => role));
  if (roles.has("approver")) return "You hear by e-mail when a version is submitted for your approval.";
  if (roles.has("submitter"))
    return "Your return is in hand; you may send a new version while the collection is open.";
  if (roles.has("member"))
    return "You may look at your organisation’s own figures, and at those that members see of others.";
  return "The newest figures of every place are below.";
}
