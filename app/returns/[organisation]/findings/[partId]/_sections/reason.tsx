import { Button } from "@/app/_components/nhs/button";
import { Details } from "@/app/_components/nhs/details";
import { TextField } from "@/app/_components/nhs/text-field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { formatDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import type { FindingFilter } from "@/lib/returns/group-findings";
import { ruleTitle } from "../../../_sections/severity";
import { filterText } from "../search-params";

/** A reason as it was given, with who gave it; the name is null where it is not known. */
export type GivenReason = { reason: string; name: string | null; at: string };

type ReasonProps = {
  page: string;
  code: string;
  count: number;
  given: GivenReason | null;
  earlier: GivenReason | null;
  mayChange: boolean;
  filter: FindingFilter;
  notice: Notice | null;
};

const byWhom = ({ name, at }: GivenReason) => `${name ? `by ${name}, ` : ""}${formatDate(at)}`;

/** Why a rule's warnings are right all the same: as given, to be changed, or asked for. */
export function Reason(props: ReasonProps) {
  const { code, count, given, earlier, mayChange } = props;
  if (!given)
    return mayChange ? (
      <div className="muster-reason">
        <Form
          {...props}
          text={earlier?.reason}
          label={
            count === 1
              ? "Why is it right all the same?"
              : `Why are these ${formatCount(count)} right all the same? One reason stands for them all.`
          }
          hint={
            earlier
              ? `This reason was given for the file sent before (${byWhom(earlier)}). It counts for this file once you keep it.`
              : undefined
          }
        />
      </div>
    ) : (
      <p className="nhsuk-u-secondary-text-colour">No reason has been given.</p>
    );
  return (
    <>
      <p>
        <strong>Reason given</strong> ({byWhom(given)}): {given.reason}
      </p>
      {mayChange ? (
        <Details
          summary={
            <>
              Change this reason<span className="nhsuk-u-visually-hidden"> for: {ruleTitle(code)}</span>
            </>
          }
        >
          <Form {...props} text={given.reason} label="Why are the figures right all the same?" />
        </Details>
      ) : null}
    </>
  );
}

type FormProps = ReasonProps & { text: string | undefined; label: string; hint?: string };

function Form({ page, code, text, label, hint, filter, notice }: FormProps) {
  const field = `reason-${code}`;
  const { error, value = text } = fieldNotice(notice, field);
  return (
    <form action={`${page}/acknowledge`} method="post">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="filter" value={filterText(filter)} />
      <TextField
        id={field}
        name={field}
        label={
          <>
            {label}
            <span className="nhsuk-u-visually-hidden"> About: {ruleTitle(code)}</span>
          </>
        }
        hint={hint}
        lines={2}
        value={value}
        error={error}
      />
      <Button variant="secondary" small>
        Keep this reason<span className="nhsuk-u-visually-hidden"> for: {ruleTitle(code)}</span>
      </Button>
    </form>
  );
}
