import { Button } from "@/app/_components/nhs/button";
import { Tag } from "@/app/_components/nhs/tag";
import { AskForm } from "@/app/_components/queries/ask-form";
import { QueryThreads } from "@/app/_components/queries/query-threads";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { isIsoDate } from "@/lib/places/calendar-day";
import { RULE_TITLES } from "@/lib/returns/rule-titles";
import { watchReturn } from "@/lib/services/collections/watch-return";
import { readQueries } from "@/lib/services/queries/read-queries";
import { currentSite } from "@/lib/services/site";
import { organisationCode } from "../../../../returns/search-params";
import { administrator } from "../../../administrator";
import { stateWords } from "../state-words";
import { type AskedContext, askedReturnHref } from "./asked-return";
import { MoreTime } from "./more-time-form";
import { RulesThatSpoke } from "./rules-that-spoke";

type Props = AskedContext & { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One organisation's return as administrators may see it: where it stands, what is asked, and until when it may come. */
export default async function AskedReturn({ params, searchParams }: Props) {
  const { census, organisation: code } = await params;
  const organisation = organisationCode(code);
  const given = await searchParams;
  if (!organisation || !isIsoDate(census)) return <Missing />;
  const here = askedReturnHref(census, organisation);
  const viewer = await administrator(here);
  if (!viewer) return <Missing />;
  const site = currentSite();
  const read = await watchReturn(site, viewer, { census, organisation });
  if (!read.ok) return <Missing />;
  const queries = await readQueries(site, viewer, { organisation, census, side: "administrator" });
  const { organisation: one, versions, rules, moreTime } = read.value;
  const notice = await readNotice(typeof given.notice === "string" ? given.notice : undefined, viewer.person);
  const typed = notice?.kind === "problem" ? notice.values : {};
  const state = stateWords(one.state);
  const spoke = new Set(rules.map((rule) => rule.code));
  return (
    <SignedInShell
      viewer={viewer}
      title={`Return of ${one.name}, census of ${formatDate(census)}`}
      current="admin"
      crumbs={[
        { text: "Administration", href: "/admin" },
        { text: `Census of ${formatDate(census)}`, href: `/admin/collections/${census}` },
      ]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Return to the census of {formatDate(census)}</span>
        {one.name} ({organisation})
      </h1>
      <p>
        <Tag colour={state.colour}>{state.text}</Tag> {one.at ? `since ${formatDate(one.at)}` : ""}
        {one.daysLate > 0 ? `, ${one.daysLate} ${one.daysLate === 1 ? "day" : "days"} late` : ""}
      </p>
      <p>
        You see where the return stands and which rules spoke in it. What was sent stays the organisation’s
        own.
      </p>
      {one.state === "approved" || !(read.value.collectionOpen || one.extendedUntil) ? null : (
        <form action={`/admin/collections/${census}/remind`} method="post">
          <input type="hidden" name="organisation" value={organisation} />
          <Button variant="secondary">Send a reminder</Button>
        </form>
      )}
      <h2 id="questions">Questions</h2>
      <QueryThreads
        queries={queries.ok ? queries.value : []}
        action={here}
        census={census}
        side="administrator"
        mayAnswer
        mayAsk
        nameOf={() => "The organisation"}
        stopped={{ ...typed, error: fieldNotice(notice, `text-${typed.query}`).error }}
      />
      {versions.length > 0 || one.state !== "not_returned" ? (
        <AskForm
          action={here}
          census={census}
          rules={[...RULE_TITLES].sort((a, b) => Number(spoke.has(b.code)) - Number(spoke.has(a.code)))}
          typed={typed.query ? {} : typed}
          error={fieldNotice(notice, "ask-text").error}
        />
      ) : null}
      <RulesThatSpoke rules={rules} version={versions[0]?.version ?? null} />
      <MoreTime action={`${here}/more-time`} until={one.extendedUntil} why={moreTime} notice={notice} />
    </SignedInShell>
  );
}
