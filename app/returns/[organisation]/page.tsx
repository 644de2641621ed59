import { Tag } from "@/app/_components/nhs/tag";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { may, unitsBoundTo } from "@/lib/access/rights";
import { formatDate } from "@/lib/format/date";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { placeNames } from "@/lib/services/places/place-names";
import { readQueries } from "@/lib/services/queries/read-queries";
import { readToGiveBack } from "@/lib/services/returns/give-back";
import { readDifference } from "@/lib/services/returns/read-difference";
import { readWithdrawals } from "@/lib/services/returns/read-withdrawals";
import { currentSite } from "@/lib/services/site";
import { FilesToTry } from "../_sections/files-to-try";
import { readCensus } from "../read-census";
import { returnState } from "../return-state";
import { organisationCode, RETURN_QUERY, returnHref } from "../search-params";
import { GivenBack } from "./_sections/given-back";
import { NilReturn } from "./_sections/nil-return";
import { Parts } from "./_sections/parts";
import { SentBack } from "./_sections/sent-back";
import { StartFromLastYear } from "./_sections/start-from-last-year";
import { Submit, SubmittedByAnother } from "./_sections/submit";
import { UploadForm } from "./_sections/upload-form";
import { FIRST_PARTS, MORE_PARTS } from "./_sections/upload-parts";
import { Versions } from "./_sections/versions";
import { WaysOn } from "./_sections/ways-on";
import { windowWords } from "./_sections/window-words";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One organisation's return to one census: files, findings, submitting, versions and approval. */
export default async function Return({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(returnHref(organisation, query.census));
  const read = await readCensus(viewer, organisation, query.census);
  if (!read.ok) return <Missing />;
  const { view, others } = read.value;
  const notice = await readNotice(query.notice, viewer.person);
  const site = currentSite();
  const of = { organisation, census: view.census };
  // Each is a transaction of its own: asked one after another they would be most of what the page takes.
  const [names, withdrawn, queries, changed, given] = await Promise.all([
    placeNames(site, [organisation]),
    readWithdrawals(site, viewer, of),
    readQueries(site, viewer, { ...of, side: "organisation" }),
    readDifference(site, viewer, of),
    readToGiveBack(site, viewer, of),
  ]);
  const name = names.get(organisation) ?? organisation;
  const withdrawals = withdrawn.ok ? withdrawn.value : [];
  const people = await colleagueNames(site, viewer, {
    organisation,
    people: [
      ...view.submissions.flatMap(({ submittedBy, approvedBy }) => [submittedBy, approvedBy]),
      ...withdrawals.map(({ person }) => person),
    ],
  });
  const state = returnState(view, unitsBoundTo(viewer, organisation) !== null);
  const waitingQueries = queries.ok ? queries.value.filter((query) => query.state === "open").length : 0;
  const maySend = may(viewer, "upload a file", organisation) && view.collectionOpen;
  // Null for who sends for the whole organisation, and submits.
  const units = unitsBoundTo(viewer, organisation);
  const difference = changed.ok ? changed.value : null;
  return (
    <SignedInShell
      viewer={viewer}
      title={`Return of ${name}`}
      crumbs={[{ text: "Your Muster", href: "/returns" }]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Return to the census of {formatDate(view.census)}</span>
        {name}
      </h1>
      <p>
        <Tag colour={state.colour}>{state.text}</Tag>
      </p>
      <p>
        {state.waits} {windowWords(view)}
      </p>
      <SentBack view={view} withdrawals={withdrawals} />
      <WaysOn
        view={view}
        others={others.map(({ census }) => census)}
        changed={difference !== null}
        waitingQueries={waitingQueries}
      />
      <Parts view={view} mayChange={(unit) => maySend && may(viewer, "upload a file", organisation, unit)} />
      {maySend ? <StartFromLastYear view={view} viewer={viewer} /> : null}
      {maySend ? (
        <UploadForm
          organisation={organisation}
          census={view.census}
          units={units}
          first={FIRST_PARTS}
          more={MORE_PARTS}
          problems={notice?.kind === "problem" ? notice.problems : []}
        />
      ) : null}
      {maySend && !units ? (
        <FilesToTry viewer={viewer} organisation={organisation} census={view.census} />
      ) : null}
      {maySend && units ? <SubmittedByAnother units={units} /> : null}
      {maySend && !units ? <Submit view={view} difference={difference} notice={notice} /> : null}
      {maySend && !units ? <NilReturn view={view} notice={notice} /> : null}
      <Versions view={view} viewer={viewer} people={people} withdrawals={withdrawals} notice={notice} />
      <GivenBack view={view} given={given.ok ? given.value : null} />
    </SignedInShell>
  );
}
