import { AskForm } from "@/app/_components/queries/ask-form";
import { QueryThreads } from "@/app/_components/queries/query-threads";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { may } from "@/lib/access/rights";
import { formatDate } from "@/lib/format/date";
import { RULE_TITLES } from "@/lib/returns/rule-titles";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { placeNames } from "@/lib/services/places/place-names";
import { readQueries } from "@/lib/services/queries/read-queries";
import { currentSite } from "@/lib/services/site";
import { readCensus } from "../../read-census";
import { organisationCode, RETURN_QUERY, returnHref } from "../../search-params";
import { ABOUT_QUERY } from "./about-query";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The questions about one return: what was asked, what was answered, and what still waits. */
export default async function Queries({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const given = await searchParams;
  const query = RETURN_QUERY.parse(given);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(returnHref(organisation, query.census, "/queries"));
  const site = currentSite();
  const read = await readCensus(viewer, organisation, query.census);
  if (!read.ok) return <Missing />;
  const { census } = read.value.view;
  const queries = await readQueries(site, viewer, { organisation, census, side: "organisation" });
  if (!queries.ok) return <Missing />;
  const notice = await readNotice(query.notice, viewer.person);
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const names = await colleagueNames(site, viewer, {
    organisation,
    people: queries.value.flatMap(({ messages }) => messages.map(({ person }) => person)),
  });
  const typed = notice?.kind === "problem" ? notice.values : {};
  // A form that was stopped says again what it was about; an answer in a thread says nothing of it.
  const about = ABOUT_QUERY.parse(typed.query ? given : { ...given, ...typed });
  const action = returnHref(organisation, null, "/queries");
  return (
    <SignedInShell
      viewer={viewer}
      title={`Questions about the return of ${name}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation, census) },
      ]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Return to the census of {formatDate(census)}</span>
        Questions about the return of {name}
      </h1>
      <p>
        Administrators may ask about a rule and see what you answer; of a file they see no value. What your
        own approver asks is seen by your own people alone.
      </p>
      <h2 id="asked">Asked so far</h2>
      <QueryThreads
        queries={queries.value}
        action={action}
        census={census}
        side="organisation"
        mayAnswer={may(viewer, "answer a query", organisation)}
        mayAsk={may(viewer, "ask about a return", organisation)}
        nameOf={(person) =>
          person === viewer.person ? "You" : (names.get(person ?? "") ?? "A former colleague")
        }
        stopped={{ ...typed, error: fieldNotice(notice, `text-${typed.query}`).error }}
      />
      {may(viewer, "ask about a return", organisation) ? (
        <AskForm
          action={action}
          census={census}
          rules={RULE_TITLES}
          typed={typed.query ? {} : typed}
          error={fieldNotice(notice, "ask-text").error}
          about={about}
          open={about.code !== undefined}
        />
      ) : null}
    </SignedInShell>
  );
}
