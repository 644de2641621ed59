import { Button } from "@/app/_components/nhs/button";
import { SelectField } from "@/app/_components/nhs/select-field";
import { TextField } from "@/app/_components/nhs/text-field";
import { RULE_SUBJECTS, subjectOf } from "@/lib/returns/checks/rule-catalogue";
import type { FindingFilter } from "@/lib/returns/group-findings";
import type { RuleCount } from "@/lib/returns/report";
import { ruleTitle, severityTag } from "../../../_sections/severity";
import { findingsHref } from "../search-params";

type FilterFormProps = {
  page: string;
  filter: FindingFilter;
  counts: readonly RuleCount[];
  columns: readonly string[];
};

const SEVERITIES = ["error", "warning", "notice"] as const;

/** Looks for findings: a form that asks for the same page with what is looked for in its address. */
export function FilterForm({ page, filter, counts, columns }: FilterFormProps) {
  const some = (severity: string) => counts.some((count) => count.severity === severity);
  return (
    <form action={`${page}#found`} method="get" className="muster-filter">
      <SelectField
        id="severity"
        name="severity"
        label="Severity"
        value={filter.severity ?? ""}
        options={[
          { value: "", text: "All" },
          ...SEVERITIES.filter(some).map((value) => ({ value, text: `${severityTag(value).text}s` })),
        ]}
      />
      <SelectField
        id="subject"
        name="subject"
        label="About"
        value={filter.subject ?? ""}
        options={[
          { value: "", text: "All" },
          ...RULE_SUBJECTS.filter(({ id }) => counts.some(({ code }) => subjectOf(code) === id)).map(
            ({ id, title }) => ({ value: id, text: title }),
          ),
        ]}
      />
      <SelectField
        id="rule"
        name="rule"
        label="Rule"
        value={filter.rule ?? ""}
        options={[
          { value: "", text: "All" },
          ...counts.map(({ code }) => ({ value: code, text: ruleTitle(code) })),
        ]}
      />
      <SelectField
        id="column"
        name="column"
        label="Column"
        value={filter.column ?? ""}
        options={[{ value: "", text: "All" }, ...columns.map((value) => ({ value, text: value }))]}
      />
      <TextField id="search" name="search" label="Words or line" value={filter.search} />
      <div className="muster-filter__go">
        <Button small>Show</Button>
        {Object.values(filter).some(Boolean) ? <a href={findingsHref(page, {})}>Show all</a> : null}
      </div>
    </form>
  );
}
