import { Button } from "@/app/_components/nhs/button";
import { DateField } from "@/app/_components/nhs/date-field";
import { Details } from "@/app/_components/nhs/details";
import { TextField } from "@/app/_components/nhs/text-field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";

/** Opens a collection. It unfolds by itself where the last try stopped on a problem. */
export function OpenForm({ notice }: { notice: Notice | null }) {
  const tried = notice?.kind === "problem";
  const values = tried ? notice.values : {};
  return (
    <div id="open">
      <Details summary="Open a collection" open={tried}>
        <form action="/admin/collections/open" method="post">
          <DateField
            id="census"
            name="census"
            label="Census date"
            hint="The day that returns are to describe, for example 31 3 2027."
            error={fieldNotice(notice, "census").error}
            values={values}
          />
          <DateField
            id="closes"
            name="closes"
            label="Closing date (may be left empty)"
            hint="Shown to those who are asked. The collection stays open until an administrator closes it."
            error={fieldNotice(notice, "closes").error}
            values={values}
          />
          <TextField
            id="organisations"
            name="organisations"
            label="Codes of the organisations asked (may be left empty)"
            hint="Left empty, every organisation that is open at the census is asked. It cannot be changed afterwards."
            lines={2}
            {...fieldNotice(notice, "organisations")}
          />
          <Button>Open the collection</Button>
        </form>
      </Details>
    </div>
  );
}
