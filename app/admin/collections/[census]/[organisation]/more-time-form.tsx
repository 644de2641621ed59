import { Button } from "@/app/_components/nhs/button";
import { DateField } from "@/app/_components/nhs/date-field";
import { Details } from "@/app/_components/nhs/details";
import { TextField } from "@/app/_components/nhs/text-field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { formatDate } from "@/lib/format/date";

type MoreTimeProps = { action: string; until: string | null; why: string | null; notice: Notice | null };

/** Until when this organisation may answer, and a form to give it longer. */
export function MoreTime({ action, until, why, notice }: MoreTimeProps) {
  const date = fieldNotice(notice, "until");
  const reason = fieldNotice(notice, "why");
  const values = notice?.kind === "problem" ? notice.values : {};
  return (
    <section>
      <h2 id="time">More time</h2>
      <p>
        {until
          ? `It may answer until ${formatDate(until)}: ${why}`
          : "It may answer as long as the collection is open."}
      </p>
      <Details
        summary="Give more time"
        open={date.error !== undefined || reason.error !== undefined || undefined}
      >
        <form action={action} method="post">
          <DateField
            id="until"
            name="until"
            label="Last day"
            hint="Also after the collection has closed. What comes then needs a corrected release to be seen."
            error={date.error}
            values={values}
          />
          <TextField
            id="why"
            name="why"
            label="Why?"
            hint="Administrators and the audit see this."
            lines={2}
            value={values.why}
            error={reason.error}
          />
          <Button>Give more time</Button>
        </form>
      </Details>
    </section>
  );
}
