import { Button } from "@/app/_components/nhs/button";
import { InsetText } from "@/app/_components/nhs/inset-text";
import { TextField } from "@/app/_components/nhs/text-field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { isBeingWorkedOut } from "@/lib/returns/difference";
import { differenceInWords, removalInWords } from "@/lib/returns/difference-words";
import { draftMark } from "@/lib/returns/draft-mark";
import type { DifferenceView } from "@/lib/services/returns/read-difference";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { returnHref } from "../../search-params";
import { StillWorkedOut } from "../difference/_sections/still-worked-out";
import { previousInWords } from "./previous-words";
import { partTitle } from "./upload-parts";

type SubmitProps = { view: ReturnView; difference: DifferenceView | null; notice: Notice | null };

/** What differs from the version before; what still stands in the way of submitting, or the button that does it. */
export function Submit({ view, difference, notice }: SubmitProps) {
  return (
    <section>
      <h2 id="submit">Submit</h2>
      {difference && view.draft.length > 0 ? <SinceBefore view={view} difference={difference} /> : null}
      {view.obstacles.length > 0 ? (
        <>
          <p>Before you can submit:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {view.obstacles.map(({ code, message, mend }) => (
              <li key={`${code} ${message}`}>
                {message} {mend}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>
            Look at{" "}
            <a href={returnHref(view.organisation, view.census, "/preview")}>what your numbers will say</a>{" "}
            first. Submitting makes these files a version that is never changed, and asks your approver to
            approve it.
          </p>
          <form action={`/returns/${view.organisation}/submit`} method="post">
            <input type="hidden" name="census" value={view.census} />
            <input type="hidden" name="shown" value={draftMark(view.draft)} />
            {difference && difference.removals.length > 0 ? (
              <WhyGone difference={difference} notice={notice} />
            ) : null}
            <Button>Submit this return</Button>
          </form>
        </>
      )}
    </section>
  );
}

function SinceBefore({ view, difference }: { view: ReturnView; difference: DifferenceView }) {
  return (
    <>
      <p>Against {previousInWords(difference.previous, view.census)}:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {difference.parts.map((part) => (
          <li key={part.part}>
            {partTitle(part.part)}: {differenceInWords(part)}
          </li>
        ))}
      </ul>
      {isBeingWorkedOut(difference) ? (
        <StillWorkedOut again={`${returnHref(view.organisation, view.census)}#submit`} />
      ) : null}
      <p>
        <a href={returnHref(view.organisation, view.census, "/difference")}>See every row that differs</a>
      </p>
    </>
  );
}

/** What a return leaves out is gone from the figures: where that is much, somebody says that it is meant. */
function WhyGone({ difference, notice }: { difference: DifferenceView; notice: Notice | null }) {
  const { error, value } = fieldNotice(notice, "removalReason");
  return (
    <>
      <InsetText>
        {difference.removals.map((removal) => (
          <p key={removal.part}>{removalInWords(removal)}</p>
        ))}
      </InsetText>
      <TextField
        id="removalReason"
        name="removalReason"
        label="Why are they gone?"
        hint="One sentence. It is kept with this version, and your approver reads it."
        lines={3}
        error={error}
        value={value ?? difference.reasonKnown ?? undefined}
      />
    </>
  );
}

/** For who sends the files of a service unit alone: who submits, in place of the button. */
export function SubmittedByAnother({ units }: { units: readonly string[] }) {
  return (
    <section>
      <h2 id="submit">Submit</h2>
      <p>
        You send the files of {units.join(" and ")}. The whole return is submitted by a colleague who sends
        for the whole organisation, once the files of every service unit are there.
      </p>
    </section>
  );
}
