import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { NoticeBanner } from "@/app/_session/notice-banner";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { may } from "@/lib/access/rights";
import { formatCount } from "@/lib/format/number";
import { placeNames } from "@/lib/services/places/place-names";
import { allCanBeGiven } from "@/lib/services/returns/read-every-finding";
import { readFindings } from "@/lib/services/returns/read-findings";
import { currentSite } from "@/lib/services/site";
import { isIdentifier, organisationCode, returnHref } from "../../../search-params";
import { partTitle } from "../../_sections/upload-parts";
import { Downloads } from "./_sections/downloads";
import { FilterForm } from "./_sections/filter-form";
import { NotHere, whyNotHere } from "./_sections/not-here";
import { RuleGroups } from "./_sections/rule-groups";
import { ShownOf } from "./_sections/shown-of";
import { givenReasons } from "./given-reasons";
import { FINDINGS_QUERY } from "./search-params";

type Props = {
  params: Promise<{ organisation: string; partId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** So many are shown at once. */
const SHOWN = 1000;

/** Every finding of one file by rule: where, what stands there, what is wrong, how to mend it, and its mending here. */
export default async function Findings({ params, searchParams }: Props) {
  const { partId, organisation: code } = await params;
  const organisation = organisationCode(code);
  const { notice: told, ...filter } = FINDINGS_QUERY.parse(await searchParams);
  if (!organisation || !isIdentifier(partId)) return <Missing />;
  const page = `/returns/${organisation}/findings/${partId}`;
  const viewer = await signedInViewer(page);
  const site = currentSite();
  const found = await readFindings(site, viewer, { organisation, partId, limit: SHOWN, filter });
  if (!found.ok) return <Missing />;
  const { part, census, standing, counts, groups, columns } = found.value;
  const reasons = await givenReasons(site, viewer, { organisation, partId });
  const notice = await readNotice(told, viewer.person);
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const mayChange = may(viewer, "upload a file", organisation, part.serviceUnit);
  const whyNot = whyNotHere(found.value);
  const back = returnHref(organisation, census);
  return (
    <SignedInShell
      viewer={viewer}
      title={`Findings in ${part.fileName}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: back },
      ]}
      notice={notice?.kind === "problem" ? notice : null}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {name}, {partTitle(part.part)}
        </span>
        Findings in {part.fileName}
      </h1>
      <p>
        {formatCount(part.rows)} rows were read.{" "}
        {mayChange && !whyNot ? "Correct cells here, or mend" : "Mend"} the file in the program that made it
        and <a href={back}>send it again</a>.
      </p>
      <Downloads page={page} file={`/returns/${organisation}/files/${partId}`} part={part} />
      {mayChange ? <NotHere why={whyNot} /> : null}
      <h2 id="found">Rule by rule</h2>
      <NoticeBanner notice={notice?.kind === "done" ? notice : null} />
      {counts.length > 0 ? (
        <FilterForm page={page} filter={filter} counts={counts} columns={columns} />
      ) : null}
      <ShownOf
        page={page}
        groups={groups}
        counts={counts}
        filter={filter}
        allInDownload={allCanBeGiven(part)}
      />
      <RuleGroups
        page={page}
        read={found.value}
        filter={filter}
        notice={notice}
        mayExplain={mayChange && standing === "in-work"}
        mayCorrect={mayChange && whyNot === null}
        asking={
          may(viewer, "ask about a return", organisation)
            ? {
                queries: returnHref(organisation, census, "/queries"),
                part: part.part,
                unit: part.serviceUnit,
              }
            : null
        }
        {...reasons}
      />
    </SignedInShell>
  );
}
