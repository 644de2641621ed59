import { InsetText } from "@/app/_components/nhs/inset-text";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { isBeingWorkedOut, isNoDifference } from "@/lib/returns/difference";
import { removalInWords } from "@/lib/returns/difference-words";
import { placeNames } from "@/lib/services/places/place-names";
import { readDifference, readDifferentRows } from "@/lib/services/returns/read-difference";
import { currentSite } from "@/lib/services/site";
import { readCensus } from "../../read-census";
import { organisationCode, RETURN_QUERY, returnHref } from "../../search-params";
import { previousInWords, versionInWords } from "../_sections/previous-words";
import { Counts } from "./_sections/counts";
import { Rows } from "./_sections/rows";
import { StillWorkedOut } from "./_sections/still-worked-out";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What is added, changed and removed since the version before: counts first, then the rows. */
export default async function DifferencePage({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(returnHref(organisation, query.census, "/difference"));
  const one = await readCensus(viewer, organisation, query.census);
  if (!one.ok) return <Missing />;
  const { census } = one.value.view;
  const site = currentSite();
  const asked = { organisation, census, version: query.version ?? null };
  const read = await readDifference(site, viewer, asked);
  const rows = await readDifferentRows(site, viewer, asked);
  if (!read.ok || !rows.ok) return <Missing />;
  const difference = read.value;
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const csv = `${returnHref(organisation, census, "/difference/csv")}${query.version ? `&version=${query.version}` : ""}`;
  return (
    <SignedInShell
      viewer={viewer}
      title={`What changed: ${name}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation, census) },
      ]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">What changed, census of {formatDate(census)}</span>
        {name}
      </h1>
      {difference ? (
        <>
          <p>
            {versionInWords(difference.version)} held against {previousInWords(difference.previous, census)}.
            Posts are matched by their reference, devices by their asset reference or by what their row is of.
          </p>
          {difference.removals.map((removal) => (
            <InsetText key={removal.part}>
              <p>{removalInWords(removal)} That is more than a tenth, so submitting asks for a reason.</p>
            </InsetText>
          ))}
          <h2 id="counts">How many rows</h2>
          <Counts parts={difference.parts} />
          {isBeingWorkedOut(difference) ? (
            <StillWorkedOut again={returnHref(organisation, census, "/difference")} />
          ) : isNoDifference(difference) ? (
            <p>Every row is as it was.</p>
          ) : (
            <p>
              <a href={csv}>Download every row that differs (CSV)</a>. The first thousand are below.
            </p>
          )}
          {!isBeingWorkedOut(difference) && rows.value.some(({ rows: first }) => first === null) ? (
            <StillWorkedOut again={returnHref(organisation, census, "/difference")} />
          ) : null}
          {rows.value.map(({ part, rows: first }) =>
            first ? <Rows key={part} part={part} rows={first} /> : null,
          )}
        </>
      ) : (
        <p>
          There is nothing to compare with: no earlier version of this return was approved, and none of the
          census before. <a href={returnHref(organisation, census)}>Back to the return</a>.
        </p>
      )}
    </SignedInShell>
  );
}
