import { Button } from "@/app/_components/nhs/button";
import { Details } from "@/app/_components/nhs/details";
import { WarningCallout } from "@/app/_components/nhs/warning-callout";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { watchCollection } from "@/lib/services/collections/watch-collection";
import { currentSite } from "@/lib/services/site";
import { administrator } from "../../administrator";
import { Asked } from "./asked";
import { Regions } from "./regions";

type Props = {
  params: Promise<{ census: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Those who have to be asked again come first. */
const CHASED = ["not_returned", "withdrawn", "submitted", "superseded", "approved"];

/** Who has answered a collection, and how far; never what they said. */
export default async function Collection({ params, searchParams }: Props) {
  const { census } = await params;
  const { notice } = await searchParams;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(census)) return <Missing />;
  const viewer = await administrator(`/admin/collections/${census}`);
  if (!viewer) return <Missing />;
  const read = await watchCollection(currentSite(), viewer, { census });
  if (!read.ok) return <Missing />;
  const { collection, organisations, regions, failedMail } = read.value;
  const count = (state: string) => organisations.filter((one) => one.state === state).length;
  const late = organisations.filter(({ state, daysLate }) => state !== "approved" && daysLate > 0).length;
  const asked = organisations.reduce((sum, { openQueries }) => sum + openQueries, 0);
  const waiting = organisations.length - count("approved");
  const toChase = [...organisations].sort((a, b) => CHASED.indexOf(a.state) - CHASED.indexOf(b.state));
  return (
    <SignedInShell
      viewer={viewer}
      title={`Collection: census of ${formatDate(census)}`}
      current="admin"
      crumbs={[{ text: "Administration", href: "/admin" }]}
      notice={await readNotice(typeof notice === "string" ? notice : undefined, viewer.person)}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Collection</span>
        Census of {formatDate(census)}
      </h1>
      <p>
        {collection.status === "open" ? "Open" : "Closed"}
        {collection.closes ? `, until ${formatDate(collection.closes)}` : ""}. Of {organisations.length}{" "}
        organisations asked, {count("approved")} have an approved return, {count("submitted")} wait for their
        approver, {count("withdrawn")} were sent back, and {count("not_returned")} have sent nothing.
        {late > 0 ? ` ${late} of those still waited for are overdue.` : ""}
        {asked > 0 ? ` ${asked} ${asked === 1 ? "question is" : "questions are"} not closed.` : ""}
      </p>
      {collection.status === "open" ? (
        <Details summary="Close this collection">
          <p>
            Nothing more is received after that, and its releases are no longer provisional. This cannot be
            undone here.
          </p>
          <form action={`/admin/collections/${census}/close`} method="post">
            <Button variant="warning">Close the collection of {formatDate(census)}</Button>
          </form>
        </Details>
      ) : null}
      {failedMail > 0 ? (
        <WarningCallout title="Mail that could not be sent">
          <p>
            {failedMail} {failedMail === 1 ? "mail" : "mails"} of late could not be sent after every try. Ask
            whoever runs the site to look at the mail server; the worker’s log says why.
          </p>
        </WarningCallout>
      ) : null}
      <Regions regions={regions} />
      {collection.status === "open" && waiting > 0 ? (
        <form action={`/admin/collections/${census}/remind`} method="post">
          <Button variant="secondary">
            Remind the {waiting} {waiting === 1 ? "organisation" : "organisations"} still waited for
          </Button>
        </form>
      ) : null}
      <Asked census={census} organisations={toChase} />
    </SignedInShell>
  );
}
