import { Button } from "@/app/_components/nhs/button";
import { Details } from "@/app/_components/nhs/details";
import { InsetText } from "@/app/_components/nhs/inset-text";
import { SummaryList } from "@/app/_components/nhs/summary-list";
import { Tag } from "@/app/_components/nhs/tag";
import { TextField } from "@/app/_components/nhs/text-field";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { colleagueNames } from "@/lib/services/people/colleague-names";
import { readReview } from "@/lib/services/releases/read-review";
import { currentSite } from "@/lib/services/site";
import { administrator } from "../../administrator";
import { RELEASE_STATUS } from "../release-status";
import { Checklist } from "./checklist";
import { type ReleaseContext, releaseHref, releaseNumber } from "./release-number";
import { WhatChanged } from "./what-changed";

type Props = ReleaseContext & { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One release under review: what it says, what stands before its publication, what changed, and its end. */
export default async function ReleaseReview({ params, searchParams }: Props) {
  const number = releaseNumber((await params).number);
  if (number === null) return <Missing />;
  const here = releaseHref(number);
  const viewer = await administrator(here);
  if (!viewer) return <Missing />;
  const site = currentSite();
  const read = await readReview(site, viewer, { number });
  if (!read.ok) return <Missing />;
  const review = read.value;
  const { release, builtBy, publishedBy, checklist, sentBack } = review;
  const given = await searchParams;
  const notice = await readNotice(typeof given.notice === "string" ? given.notice : undefined, viewer.person);
  const typed = notice?.kind === "problem" ? notice.values : {};
  const people = await colleagueNames(site, viewer, {
    organisation: null,
    people: [builtBy, publishedBy, ...sentBack.map(({ person }) => person)],
  });
  const who = (person: string | null) =>
    person ? (people.get(person) ?? "a former colleague") : "the operator";
  const waits = checklist.length > 0;
  const open = checklist.filter(({ state }) => state !== "done");
  const unread = open.some(({ code }) => code === "changes-unread");
  const last = sentBack.at(-1);
  return (
    <SignedInShell
      viewer={viewer}
      title={`Release ${number}`}
      current="admin"
      crumbs={[
        { text: "Administration", href: "/admin" },
        { text: "Releases", href: "/admin/releases" },
      ]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Census of {formatDate(release.census)}</span>
        Release {number}{" "}
        <Tag colour={RELEASE_STATUS[release.status].colour}>{RELEASE_STATUS[release.status].text}</Tag>
      </h1>
      <SummaryList
        rows={[
          { key: "Built", value: `${formatDate(release.builtAt)}, by ${who(builtBy)}` },
          {
            key: "Published",
            value: release.publishedAt
              ? `${formatDate(release.publishedAt)}, by ${who(publishedBy)}`
              : "Not yet",
          },
          { key: "What it says of itself", value: release.about ?? "Nothing yet" },
          ...(release.withdrawnAt
            ? [{ key: "Withdrawn", value: `${formatDate(release.withdrawnAt)}: ${release.note}` }]
            : []),
          { key: "Rules", value: `Rule set ${release.ruleSet}, Muster ${release.codeVersion}` },
          { key: "Fingerprint", value: <code className="muster-value">{release.hash}</code> },
        ]}
      />
      {waits && last && release.status === "built" ? (
        <InsetText>
          <p>
            Sent back by {who(last.person)} on {formatDate(last.at)}: “{last.words}”
          </p>
        </InsetText>
      ) : null}
      {waits ? (
        <section>
          <h2 id="checklist">Before it is published</h2>
          <Checklist
            number={number}
            items={checklist}
            stopped={(code) => ({
              value: typed.item === code ? typed.reason : undefined,
              error: fieldNotice(notice, code).error,
            })}
          />
        </section>
      ) : null}
      {waits ? (
        <section>
          <h2 id="says">What it says is new</h2>
          <form action={`${here}/review`} method="post">
            <TextField
              id="about"
              name="about"
              label="What is new in this release, or why it corrects another"
              hint="Everybody reads it beside the figures. Name no person, and no organisation whose answer changed."
              lines={4}
              value={typed.about ?? review.suggestedAbout}
              error={fieldNotice(notice, "about").error}
            />
            <Button variant="secondary">
              {release.status === "built" ? "Send for review" : "Change these words"}
            </Button>
          </form>
        </section>
      ) : null}
      <section>
        <h2 id="changes">What changed</h2>
        <WhatChanged {...review} />
        {unread ? (
          <form action={`${here}/pass`} method="post">
            <input type="hidden" name="item" value="changes-unread" />
            <Button variant="secondary">I have read what changed</Button>
          </form>
        ) : null}
      </section>
      {waits ? (
        <section>
          <h2 id="decide">Decide</h2>
          {open.length === 0 ? (
            <form action="/admin/releases/publish" method="post">
              <input type="hidden" name="number" value={number} />
              <Button>Publish release {number}</Button>
            </form>
          ) : (
            <p>
              {open.length === 1 ? "One point" : `${open.length} points`} of{" "}
              <a href="#checklist">the list above</a> {open.length === 1 ? "is" : "are"} still to be settled
              before it can be published.
            </p>
          )}
          {release.status === "in_review" ? (
            <Details summary="Send it back" open={fieldNotice(notice, "back").error !== undefined}>
              <form action={`${here}/back`} method="post">
                <TextField
                  id="back"
                  name="reason"
                  label="What is wrong with it?"
                  hint="Administrators read it."
                  lines={3}
                  value={typed.item ? undefined : typed.reason}
                  error={fieldNotice(notice, "back").error}
                />
                <Button variant="secondary">Send it back</Button>
              </form>
            </Details>
          ) : null}
        </section>
      ) : null}
      {release.status === "published" || release.status === "corrected" ? (
        <section>
          <h2 id="end">Withdraw it</h2>
          <p>
            Its figures are then seen by nobody, and its addresses say why. It does not bring back a release
            that it corrected. This cannot be undone.
          </p>
          <Details
            summary={`Withdraw release ${number}`}
            open={fieldNotice(notice, "withdraw").error !== undefined}
          >
            <form action={`${here}/withdraw`} method="post">
              <TextField
                id="withdraw"
                name="reason"
                label="Why is it withdrawn?"
                hint="Everybody reads it. Name no person, and no organisation."
                lines={3}
                value={typed.reason}
                error={fieldNotice(notice, "withdraw").error}
              />
              <Button variant="warning">Withdraw release {number}</Button>
            </form>
          </Details>
        </section>
      ) : null}
    </SignedInShell>
  );
}
