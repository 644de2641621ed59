import { Table } from "@/app/_components/nhs/table";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { figureText } from "@/lib/disclosure/figure-text";
import { formatDate } from "@/lib/format/date";
import { knownMeasure } from "@/lib/measures/catalogue";
import { readMembersFigures } from "@/lib/services/members/members-figures";
import { currentSite } from "@/lib/services/site";
import { organisationCode } from "../../returns/search-params";
import { Confidential } from "../confidential";

const MEASURES = ["headcount", "in-post", "vacancy-band", "share-55-and-over"].map(knownMeasure);

/** The organisations of a place side by side, as members may see them. */
export default async function MembersOfPlace({ params }: { params: Promise<{ code: string }> }) {
  const code = organisationCode((await params).code);
  if (!code) return <Missing />;
  const viewer = await signedInViewer(`/members/${code}`);
  const read = await readMembersFigures(currentSite(), viewer, { place: code });
  if (!read.ok) return <Missing />;
  const { place, release, organisations } = read.value;
  return (
    <SignedInShell
      viewer={viewer}
      title={`Members’ figures of ${place.name}`}
      crumbs={[{ text: "Your Muster", href: "/returns" }]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          Members’ figures, census of {formatDate(release.census)}, release {release.number}
        </span>
        {place.name}
      </h1>
      <Confidential>For members and planners. Numbers are rounded as everywhere in a release.</Confidential>
      <Table
        caption={`Organisations of ${place.name}`}
        captionHidden
        columns={[
          { heading: "Organisation" },
          ...MEASURES.map(({ shortTitle }) => ({ heading: shortTitle, numeric: true })),
        ]}
        rows={organisations.map((organisation) => ({
          key: organisation.place.code,
          cells: [
            <a href={`/places/${organisation.place.code}`} key="name">
              {organisation.place.name}
            </a>,
            ...MEASURES.map(({ id, unit }) =>
              figureText(organisation.figures.find(({ measure }) => measure === id) ?? null, unit),
            ),
          ],
        }))}
      />
      <p>
        <strong>&lt;5</strong> under five, which may be none; <strong>c</strong> cannot be shown;{" "}
        <strong>:</strong> not returned; <strong>x</strong> not published. Missing is not zero.
      </p>
    </SignedInShell>
  );
}
