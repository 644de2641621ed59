import type { ReactNode } from "react";
import { Button } from "@/app/_components/nhs/button";
import { HintAndError } from "@/app/_components/nhs/field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import type { FindingFilter } from "@/lib/returns/group-findings";
import type { Column } from "@/lib/returns/part";
import { filterText } from "../search-params";

type CorrectFormProps = {
  page: string;
  id: string;
  code: string;
  position: number;
  /** One cell by its line, or all that say the same. */
  where: { line: number } | { value: string };
  /** What stands there now. */
  now: string;
  column: Column | undefined;
  label: ReactNode;
  button: ReactNode;
  filter: FindingFilter;
  notice: Notice | null;
};

/** Says what should stand in a cell: chosen where the column has a list of values, written elsewhere. */
export function CorrectForm({ page, id, code, position, where, now, column, ...rest }: CorrectFormProps) {
  const { error } = fieldNotice(rest.notice, id);
  const typed = error && rest.notice?.kind === "problem" ? rest.notice.values.to : undefined;
  const choices = choicesOf(column);
  const shared = {
    id,
    name: "to",
    defaultValue: typed ?? now,
    "aria-describedby": error ? `${id}-error` : undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <form action={`${page}/correct`} method="post" className="muster-correct">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="position" value={position} />
      {"line" in where ? (
        <input type="hidden" name="line" value={where.line} />
      ) : (
        <input type="hidden" name="value" value={where.value} />
      )}
      <input type="hidden" name="field" value={id} />
      <input type="hidden" name="filter" value={filterText(rest.filter)} />
      <label htmlFor={id}>{rest.label}</label>
      <HintAndError id={id} error={error} />
      <div className="muster-correct__row">
        {choices ? (
          <select className="nhsuk-select" {...shared}>
            {choices.some((choice) => choice.value === now) ? null : (
              <option value={now}>{now === "" ? "(empty)" : `${now} (as it is)`}</option>
            )}
            {choices.map((choice) => (
              <option value={choice.value} key={choice.value}>
                {choice.text}
              </option>
            ))}
          </select>
        ) : (
          <input className="nhsuk-input" type="text" {...shared} />
        )}
        <Button variant="secondary" small>
          {rest.button}
        </Button>
      </div>
    </form>
  );
}

/** The values of a column that has a list of them; null where anything may be written. */
function choicesOf(column: Column | undefined): { value: string; text: string }[] | null {
  const empty = column?.required === "always" ? [] : [{ value: "", text: "(empty)" }];
  if (column?.type === "yes_no") return [...["yes", "no"].map((value) => ({ value, text: value })), ...empty];
  if (column?.type !== "code" || !column.allowed) return null;
  return [
    ...column.allowed.map(({ value, title }) => ({
      value,
      text: title === value ? value : `${value}: ${title}`,
    })),
    ...empty,
  ];
}
