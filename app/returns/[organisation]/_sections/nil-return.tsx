import { Button } from "@/app/_components/nhs/button";
import { Details } from "@/app/_components/nhs/details";
import { Radios } from "@/app/_components/nhs/radios";
import { TextField } from "@/app/_components/nhs/text-field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { NIL_REASONS } from "../nil/nil-reasons";

/** "We employ no clinical engineers" is an answer too: one form, one click. */
export function NilReturn({ view, notice }: { view: ReturnView; notice: Notice | null }) {
  const reason = fieldNotice(notice, "reason");
  const servedBy = fieldNotice(notice, "servedBy");
  if (view.submissions.some(({ state }) => state === "submitted")) return null;
  return (
    <section>
      <h2 id="nil">No clinical engineers of your own?</h2>
      <Details
        summary="Send a nil return"
        open={notice?.kind === "problem" && (reason.error !== undefined || servedBy.error !== undefined)}
      >
        <p>
          A nil return says that you employ nobody in clinical engineering. That is an answer, and not the
          same as none.
        </p>
        <form action={`/returns/${view.organisation}/nil`} method="post">
          <input type="hidden" name="census" value={view.census} />
          <Radios
            id="reason"
            name="reason"
            label="Why is there nothing to send?"
            options={NIL_REASONS}
            {...reason}
          />
          <TextField
            id="servedBy"
            name="servedBy"
            label="Code of the organisation that serves you, if one does"
            hint="For example RJ1. You find codes on the places page."
            width={10}
            {...servedBy}
          />
          <Button variant="secondary">Send a nil return</Button>
        </form>
      </Details>
    </section>
  );
}
