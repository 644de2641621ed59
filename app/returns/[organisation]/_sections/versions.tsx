import { Button } from "@/app/_components/nhs/button";
import { Checkbox } from "@/app/_components/nhs/checkbox";
import { Details } from "@/app/_components/nhs/details";
import { InsetText } from "@/app/_components/nhs/inset-text";
import { Tag } from "@/app/_components/nhs/tag";
import { TextField } from "@/app/_components/nhs/text-field";
import type { SignedIn } from "@/app/_session/current-viewer";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { may } from "@/lib/access/rights";
import { formatInstant } from "@/lib/format/instant";
import { formatCount } from "@/lib/format/number";
import type { ReturnView } from "@/lib/services/returns/read-return";
import type { Withdrawal } from "@/lib/services/returns/read-withdrawals";
import { submissionState } from "../../return-state";
import { returnHref } from "../../search-params";
import { nilReasonText } from "../nil/nil-reasons";
import { partTitle } from "./upload-parts";

type Version = ReturnView["submissions"][number];
type VersionsProps = {
  view: ReturnView;
  viewer: SignedIn;
  people: ReadonlyMap<string, string>;
  withdrawals: readonly Withdrawal[];
  notice: Notice | null;
};

/** Every version of a return, newest first, and for the one that waits: approve it or send it back. */
export function Versions({ view, viewer, people, withdrawals, notice }: VersionsProps) {
  const nameOf = (person: string | null) =>
    person === null
      ? "the operator"
      : person === viewer.person
        ? "you"
        : (people.get(person) ?? "a former colleague");
  return (
    <section>
      <h2 id="versions">Versions</h2>
      {view.submissions.length === 0 ? <p>Nothing has been submitted yet.</p> : null}
      {view.submissions.map((version) => (
        <div className="muster-panel" key={version.id} id={`version-${version.version}`}>
          <h3>
            Version {version.version}{" "}
            <Tag colour={submissionState(version.state).colour}>{submissionState(version.state).text}</Tag>
          </h3>
          <p>
            {version.kind === "nil"
              ? `Nil return: ${nilReasonText(version.nilReason, version.servedBy)}. `
              : null}
            Submitted by {nameOf(version.submittedBy)}, {formatInstant(version.submittedAt)}.
            {version.approvedAt
              ? ` Approved by ${nameOf(version.approvedBy)}, ${formatInstant(version.approvedAt)}.`
              : ""}
          </p>
          {withdrawals
            .filter((withdrawal) => withdrawal.version === version.version)
            .map(({ from, person, at, reason }) => (
              <p key={at}>
                {from === "approved" ? "Withdrawn" : "Sent back"} by {nameOf(person)}, {formatInstant(at)}:{" "}
                {reason}
              </p>
            ))}
          {version.parts.length > 0 ? (
            <ul className="nhsuk-list nhsuk-list--bullet">
              {version.parts.map((part) => (
                <li key={part.id}>
                  {partTitle(part.part)}, {formatCount(part.rows)} rows:{" "}
                  {part.bytesKept ? (
                    <a href={`/returns/${view.organisation}/files/${part.id}`}>
                      {part.fileName}
                      <span className="nhsuk-u-visually-hidden"> of version {version.version}</span>
                    </a>
                  ) : (
                    part.fileName
                  )}
                </li>
              ))}
            </ul>
          ) : null}
          <Restore view={view} viewer={viewer} version={version} />
          {version.removalReason ? (
            <p>Why posts or devices of the version before are gone: {version.removalReason}</p>
          ) : null}
          {version.kind === "files" ? (
            <p>
              <a
                href={`${returnHref(view.organisation, view.census, "/difference")}&version=${version.version}`}
              >
                What changed<span className="nhsuk-u-visually-hidden"> in version {version.version}</span>
              </a>
            </p>
          ) : null}
          <Decide view={view} viewer={viewer} version={version} notice={notice} />
        </div>
      ))}
    </section>
  );
}

/** Takes an earlier version's files up again; what is in work and in no version has to be given up for it. */
function Restore({ view, viewer, version }: Pick<VersionsProps, "view" | "viewer"> & { version: Version }) {
  const { organisation, census, collectionOpen, draft, submissions } = view;
  const inWork = new Set(draft.map(({ id }) => id));
  const stands = version.parts.length === draft.length && version.parts.every(({ id }) => inWork.has(id));
  if (!collectionOpen || version.parts.length === 0 || stands) return null;
  if (!may(viewer, "submit a return", organisation)) return null;
  const held = new Set(submissions.flatMap(({ parts }) => parts.map(({ id }) => id)));
  const lost = draft.filter(({ id }) => !held.has(id)).map(({ fileName }) => fileName);
  return (
    <form action={`/returns/${organisation}/restore`} method="post">
      <input type="hidden" name="census" value={census} />
      <input type="hidden" name="submission" value={version.id} />
      {lost.length > 0 ? (
        <Checkbox id={`give-up-${version.version}`} name="giveUpDraft" value="yes">
          {lost.join(", ")} {lost.length === 1 ? "is" : "are"} in no version and may go
        </Checkbox>
      ) : null}
      <Button variant="secondary">Take up version {version.version} again</Button>
    </form>
  );
}

function Decide({
  view,
  viewer,
  version,
  notice,
}: Omit<VersionsProps, "people" | "withdrawals"> & { version: Version }) {
  if (!may(viewer, "approve a return", view.organisation) || !view.collectionOpen) return null;
  if (version.state !== "submitted" && version.state !== "approved") return null;
  const hidden = (
    <>
      <input type="hidden" name="census" value={view.census} />
      <input type="hidden" name="submission" value={version.id} />
    </>
  );
  const own = version.submittedBy === viewer.person;
  const reason = fieldNotice(notice, "sendBackReason");
  return (
    <>
      {version.state === "submitted" && own ? (
        <InsetText>
          <p>You submitted this version, so another person approves it.</p>
        </InsetText>
      ) : null}
      {version.state === "submitted" && !own ? (
        <>
          <p>
            Look at{" "}
            <a href={returnHref(view.organisation, view.census, "/preview")}>what these numbers will say</a>{" "}
            before you approve them.
          </p>
          <form action={`/returns/${view.organisation}/approve`} method="post">
            {hidden}
            <Button>Approve version {version.version}</Button>
          </form>
        </>
      ) : null}
      <Details
        summary={version.state === "submitted" ? "Send it back" : "Withdraw this approved version"}
        open={reason.error !== undefined}
      >
        <form action={`/returns/${view.organisation}/send-back`} method="post">
          {hidden}
          <TextField
            id="sendBackReason"
            name="sendBackReason"
            label="Why?"
            hint="One sentence that the submitter will read."
            lines={2}
            {...reason}
          />
          <Button variant="warning">
            {version.state === "submitted" ? "Send back" : "Withdraw"} version {version.version}
          </Button>
        </form>
      </Details>
    </>
  );
}
