import { formatCount } from "@/lib/format/number";
import { KEPT_OF_A_RULE } from "@/lib/returns/finding-log";
import type { FindingFilter, FindingGroup } from "@/lib/returns/group-findings";
import type { RuleCount } from "@/lib/returns/report";
import { findingsHref } from "../search-params";

type ShownOfProps = {
  page: string;
  groups: readonly FindingGroup[];
  counts: readonly RuleCount[];
  filter: FindingFilter;
  /** False where more were found of a rule than were kept, and they cannot be made again. */
  allInDownload: boolean;
};

/** How many findings are shown of how many, and where the rest are. */
export function ShownOf({ page, groups, counts, filter, allInDownload }: ShownOfProps) {
  const filtered = Object.values(filter).some(Boolean);
  if (counts.length === 0) return <p>Nothing was found wrong in this file.</p>;
  if (groups.length === 0)
    return (
      <p>
        No finding matches what you look for. <a href={findingsHref(page, {})}>Show all</a>
      </p>
    );
  const total = groups.reduce((sum, { matching }) => sum + matching, 0);
  const shown = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const cut = counts.some(({ count }) => count > KEPT_OF_A_RULE);
  return (
    <p>
      {shown < total ? (
        <>
          <strong>
            {formatCount(shown)} of {formatCount(total)} shown
          </strong>
          {allInDownload
            ? "; all are in the download."
            : `. Of each rule the first ${formatCount(KEPT_OF_A_RULE)} were kept: the download holds those, and says of how many.`}
        </>
      ) : (
        <>
          <strong>
            {formatCount(total)} {total === 1 ? "finding" : "findings"}
            {filtered ? (total === 1 ? " matches" : " match") : ""}
          </strong>
          .
        </>
      )}
      {cut && (filter.column || filter.search)
        ? ` Words and columns are looked for among the first ${formatCount(KEPT_OF_A_RULE)} findings of each rule.`
        : null}
    </p>
  );
}
