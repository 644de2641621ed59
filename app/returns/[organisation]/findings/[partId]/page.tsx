import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { may } from "@/lib/access/rights";
import { formatCount } from "@/lib/format/number";
import { placeNames } from "@/lib/services/places/place-names";
import { allCanBeGiven } from "@/lib/services/returns/read-every-finding";
import { readFindings } from "@/lib/services/returns/read-findings";
import { currentSite } from "@/lib/services/site";
import { readReturns } from "../../../read-census";
import { isIdentifier, organisationCode, RETURN_QUERY, returnHref } from "../../../search-params";
import { FindingsTable } from "../../_sections/findings-table";
import { groupedFindings } from "../../_sections/grouped-findings";
import { RuleCounts } from "../../_sections/rule-counts";
import { partTitle } from "../../_sections/upload-parts";

type Props = {
  params: Promise<{ organisation: string; partId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** So many are shown at once. */
const SHOWN = 1000;

/** Every finding of one file: where, what stands there, what is wrong, how to mend it. */
export default async function Findings({ params, searchParams }: Props) {
  const { partId, organisation: code } = await params;
  const organisation = organisationCode(code);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation || !isIdentifier(partId)) return <Missing />;
  const page = `/returns/${organisation}/findings/${partId}`;
  const viewer = await signedInViewer(page);
  const site = currentSite();
  const { severity, rule } = query;
  const read = await readFindings(site, viewer, { organisation, partId, limit: SHOWN, severity, rule });
  if (!read.ok) return <Missing />;
  const { part, findings } = read.value;
  const draft = await findDraft(viewer, organisation, partId);
  const counts = draft?.counts ?? part.counts.map((count) => ({ ...count, reason: null }));
  const notice = await readNotice(query.notice, viewer.person);
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const matching = counts
    .filter((count) => (!severity || count.severity === severity) && (!rule || count.code === rule))
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <SignedInShell
      viewer={viewer}
      title={`Findings in ${part.fileName}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation, draft?.census) },
      ]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {name}, {partTitle(part.part)}
        </span>
        Findings in {part.fileName}
      </h1>
      <p>
        {formatCount(part.rows)} rows were read and {formatCount(total)}{" "}
        {total === 1 ? "finding was" : "findings were"} made. Mend the file in the program that made it, then{" "}
        <a href={returnHref(organisation, draft?.census)}>send it again</a>.
      </p>
      <p>
        <a href={`${page}/csv`}>
          {allCanBeGiven(part) ? "Download every finding (CSV)" : "Download the findings (CSV)"}
        </a>
      </p>
      <RuleCounts
        page={page}
        counts={counts}
        mayExplain={draft !== null && may(viewer, "upload a file", organisation)}
        notice={notice}
      />
      <FindingsTable
        page={page}
        findings={groupedFindings(findings)}
        filter={query}
        total={matching}
        limit={SHOWN}
        allInDownload={allCanBeGiven(part)}
      />
    </SignedInShell>
  );
}

/** The file as it stands in a draft, with the reasons given; null when it only stands in a version. */
async function findDraft(viewer: Parameters<typeof readReturns>[0], organisation: string, partId: string) {
  const read = await readReturns(viewer, organisation);
  for (const { view } of read.ok ? read.value : []) {
    const part = view.draft.find(({ id }) => id === partId);
    if (part) return { ...part, census: view.census };
  }
  return null;
}
