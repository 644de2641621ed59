import { Button } from "@/app/_components/nhs/button";
import { Tag } from "@/app/_components/nhs/tag";
import { TextField } from "@/app/_components/nhs/text-field";
import type { Notice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { formatCount } from "@/lib/format/number";
import type { Severity } from "@/lib/returns/report";
import { ruleTitle, severityTag } from "./severity";

type RuleCountsProps = {
  page: string;
  counts: readonly { severity: Severity; code: string; count: number; reason: string | null }[];
  mayExplain: boolean;
  notice: Notice | null;
};

/** How often each rule spoke; a warning is accepted with a reason, once for all of its rule. */
export function RuleCounts({ page, counts, mayExplain, notice }: RuleCountsProps) {
  return (
    <section>
      <h2 id="rules">Rule by rule</h2>
      {counts.length === 0 ? <p>No rule was broken.</p> : null}
      <ul className="muster-counts">
        {counts.map(({ severity, code, count, reason }) => (
          <li key={`${severity} ${code}`} id={`rule-${code}`}>
            <Tag colour={severityTag(severity).colour}>{severityTag(severity).text}</Tag>{" "}
            <a href={`${page}?rule=${code}#table`}>{ruleTitle(code)}</a>, {formatCount(count)}{" "}
            {count === 1 ? "time" : "times"}.{" "}
            <a href={`/methods/rules#${code}`}>
              What this rule asks<span className="nhsuk-u-visually-hidden"> for: {ruleTitle(code)}</span>
            </a>
            {reason ? <p className="nhsuk-u-secondary-text-colour">Your reason: {reason}</p> : null}
            {severity === "warning" && !reason && mayExplain ? (
              <form action={`${page}/acknowledge`} method="post">
                <input type="hidden" name="code" value={code} />
                <TextField
                  id={`reason-${code}`}
                  name={`reason-${code}`}
                  label={
                    <>
                      Why are the figures right all the same?
                      <span className="nhsuk-u-visually-hidden"> About: {ruleTitle(code)}</span>
                    </>
                  }
                  lines={2}
                  {...fieldNotice(notice, `reason-${code}`)}
                />
                <Button variant="secondary" small>
                  Keep this reason<span className="nhsuk-u-visually-hidden"> for: {ruleTitle(code)}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
