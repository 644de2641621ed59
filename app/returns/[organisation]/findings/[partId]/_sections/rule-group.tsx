import { Tag } from "@/app/_components/nhs/tag";
import { formatCount } from "@/lib/format/number";
import { ruleOf } from "@/lib/returns/checks/rules";
import type { FindingGroup } from "@/lib/returns/group-findings";
import { ruleTitle, severityTag } from "../../../_sections/severity";
import { findingsHref } from "../search-params";
import { CorrectForm } from "./correct-form";
import { type Asking, type Correcting, FindingRows } from "./finding-rows";
import { groupedFindings } from "./grouped-findings";
import { type GivenReason, Reason } from "./reason";

type RuleGroupProps = {
  page: string;
  group: FindingGroup;
  correcting: Correcting;
  asking: Asking;
  forms: number;
  reason: {
    given: GivenReason | null;
    earlier: GivenReason | null;
    mayChange: boolean;
  };
  form: Pick<Parameters<typeof Reason>[0], "filter" | "notice">;
};

/** One rule: how often it spoke and why it matters, what was said to its warnings, and what it found. */
export function RuleGroup({ page, group, correcting, asking, forms, reason, form }: RuleGroupProps) {
  const { severity, code, count, matching, findings } = group;
  return (
    <section className="muster-rule" id={`rule-${code}`}>
      <h3>
        <Tag colour={severityTag(severity).colour}>{severityTag(severity).text}</Tag> {ruleTitle(code)}{" "}
        <span className="muster-rule__count">
          {formatCount(count)} {count === 1 ? "time" : "times"}
        </span>
      </h3>
      {ruleOf(code) ? (
        <p>
          {ruleOf(code)?.why}{" "}
          <a href={`/methods/rules#${code}`}>
            What this rule asks<span className="nhsuk-u-visually-hidden"> for: {ruleTitle(code)}</span>
          </a>
        </p>
      ) : null}
      {severity === "warning" ? <Reason page={page} code={code} count={count} {...reason} {...form} /> : null}
      {correcting ? <SameValues group={group} correcting={correcting} /> : null}
      <FindingRows
        code={code}
        findings={groupedFindings(findings)}
        correcting={correcting}
        asking={asking}
        forms={forms}
      />
      {findings.length < matching ? (
        <p className="nhsuk-u-secondary-text-colour">
          {formatCount(findings.length)} of {formatCount(matching)} shown.{" "}
          {form.filter.rule === code ? null : (
            <a href={findingsHref(page, { ...form.filter, rule: code })}>
              Show this rule alone<span className="nhsuk-u-visually-hidden">: {ruleTitle(code)}</span>
            </a>
          )}
        </p>
      ) : null}
    </section>
  );
}

/** Wrong values that stand in several cells, each to be corrected at once. */
function SameValues({ group, correcting }: { group: FindingGroup; correcting: NonNullable<Correcting> }) {
  const { page, part, filter, notice } = correcting;
  return group.same.map(({ column, position, value, cells, more }, index) => {
    const said =
      value === "" ? `cells of ${column} that are empty` : `cells of ${column} that say “${value}”`;
    const which = more ? `all ${said}` : `all ${formatCount(cells)} ${said}`;
    return (
      <div className="muster-same" key={`${position} ${value}`}>
        <CorrectForm
          page={page}
          id={`same-${group.code}-${position}-${index}`}
          code={group.code}
          position={position}
          where={{ value }}
          now={value}
          column={part.columns.find(({ name }) => name === column)}
          label={`Correct ${which} in one go`}
          button={
            <>
              Correct all<span className="nhsuk-u-visually-hidden"> {said}</span>
            </>
          }
          filter={filter}
          notice={notice}
        />
      </div>
    );
  });
}
