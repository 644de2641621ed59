import type { Notice } from "@/app/_session/notice";
import type { FindingFilter } from "@/lib/returns/group-findings";
import { PARTS } from "@/lib/returns/parts";
import type { ReadFindings } from "@/lib/services/returns/read-findings";
import { EarlierReasons } from "./earlier-reasons";
import type { Asking } from "./finding-rows";
import type { GivenReason } from "./reason";
import { RuleGroup } from "./rule-group";

/** So many cells have a form beside them; a page of a thousand would be slow on a phone. */
const FORMS = 100;

type RuleGroupsProps = {
  page: string;
  read: ReadFindings;
  filter: FindingFilter;
  notice: Notice | null;
  given: ReadonlyMap<string, GivenReason>;
  earlier: ReadonlyMap<string, GivenReason>;
  mayExplain: boolean;
  mayCorrect: boolean;
  asking: Asking;
};

/** The findings, rule by rule. */
export function RuleGroups({ page, read, given, earlier, ...rest }: RuleGroupsProps) {
  const { filter, notice, mayExplain, mayCorrect, asking } = rest;
  const { groups, counts, part } = read;
  const open = counts.filter(({ severity, code }) => severity === "warning" && !given.has(code));
  const again = new Map(
    open.flatMap(({ code }) => {
      const reason = earlier.get(code);
      return reason ? [[code, reason] as const] : [];
    }),
  );
  let forms = FORMS;
  return (
    <>
      {mayExplain ? <EarlierReasons page={page} earlier={again} filter={filter} /> : null}
      {groups.map((group) => {
        const here = forms;
        forms = Math.max(0, forms - group.findings.length);
        return (
          <RuleGroup
            key={`${group.severity} ${group.code}`}
            page={page}
            group={group}
            correcting={mayCorrect ? { page, part: PARTS[part.part], filter, notice } : null}
            asking={asking}
            forms={here}
            reason={{
              given: given.get(group.code) ?? null,
              earlier: earlier.get(group.code) ?? null,
              mayChange: mayExplain,
            }}
            form={{ filter, notice }}
          />
        );
      })}
    </>
  );
}
