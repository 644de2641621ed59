import { subjectOf } from "./checks/rule-catalogue";
import { isOfOneCell, judgesTheValueAlone } from "./correctable";
import type { Finding, RuleCount, Severity } from "./report";

/** What a reader of findings looks for: a severity, what rules are about, a rule, a column, and words or a line number. */
export type FindingFilter = {
  severity?: Severity;
  subject?: string;
  rule?: string;
  column?: string;
  search?: string;
};

/** One wrong value that stands in several cells of a column. */
export type SameValue = {
  column: string;
  position: number;
  value: string;
  /** Of the findings that were kept; there may be more where not all were. */
  cells: number;
  more: boolean;
};

/** The findings of one rule. */
export type FindingGroup = {
  severity: Severity;
  code: string;
  /** How often the rule spoke, whether or not each time was kept. */
  count: number;
  /** How many of those that can be searched match. */
  matching: number;
  /** Those that match and are shown. */
  findings: Finding[];
  /** Wrong values that stand in several of its cells, most first, and at most so many. */
  same: SameValue[];
};

const MOST_SAME = 5;

/** What a finding is called by its column: the declared name, or the sender's own where there is none. */
export const columnOf = ({ column, header }: Finding): string | null => column ?? header;

/** Whether a finding is what is looked for. Words are found in its value, column, header and message, in any case. */
export function matchesFilter({ severity, subject, rule, column, search }: FindingFilter) {
  const words = search?.trim().toLowerCase() ?? "";
  const line = /^(?:line\s*)?(\d[\d,]*)$/.exec(words)?.[1]?.replaceAll(",", "");
  return (finding: Finding): boolean => {
    if (severity && finding.severity !== severity) return false;
    if (subject && subjectOf(finding.code) !== subject) return false;
    if (rule && finding.code !== rule) return false;
    if (column && columnOf(finding) !== column) return false;
    if (words === "" || (line && finding.line === Number(line))) return true;
    const texts = [finding.value, finding.column, finding.header, finding.message];
    return texts.some((text) => text?.toLowerCase().includes(words));
  };
}

/**
 * A file's findings by rule, the gravest first, with at most `limit` shown in all: each rule has its share, so that one
 * that spoke on every line hides no other.
 *
 * @param counts how often each rule spoke
 * @param findings all that were kept, in order
 */
export function groupFindings(
  counts: readonly RuleCount[],
  findings: readonly Finding[],
  filter: FindingFilter,
  limit: number,
): FindingGroup[] {
  const matches = matchesFilter(filter);
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = byRule.get(finding.code);
    if (others) others.push(finding);
    else byRule.set(finding.code, [finding]);
  }
  const searched = Boolean(filter.column || filter.search?.trim());
  const groups = counts.flatMap(({ severity, code, count }): FindingGroup[] => {
    const kept = (byRule.get(code) ?? []).filter((finding) => finding.severity === severity);
    const found = kept.filter(matches);
    if (found.length === 0) return [];
    const same = sameValues(code, kept, kept.length < count).filter((one) =>
      found.some(({ position, value }) => position === one.position && (value ?? "") === one.value),
    );
    const matching = searched ? found.length : count;
    return [{ severity, code, count, matching, findings: found, same }];
  });
  const shares = shareOut(
    groups.map((group) => group.findings.length),
    limit,
  );
  return groups.map((group, index) => ({ ...group, findings: group.findings.slice(0, shares[index]) }));
}

/** How many of each of several heaps are taken, when so many are in all: as even as the heaps allow. */
function shareOut(sizes: readonly number[], limit: number): number[] {
  const shares = sizes.map(() => 0);
  const smallestFirst = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  let left = limit;
  smallestFirst.forEach(({ size, index }, at) => {
    const share = Math.min(size, Math.ceil(left / (smallestFirst.length - at)));
    shares[index] = share;
    left -= share;
  });
  return shares;
}

function sameValues(code: string, findings: readonly Finding[], more: boolean): SameValue[] {
  if (!judgesTheValueAlone(code)) return [];
  const byValue = new Map<string, SameValue>();
  for (const finding of findings) {
    if (!isOfOneCell(finding)) continue;
    const { column, position } = finding;
    const value = finding.value ?? "";
    const key = `${position} ${value}`;
    const same = byValue.get(key) ?? { column, position, value, cells: 0, more };
    same.cells++;
    byValue.set(key, same);
  }
  return [...byValue.values()]
    .filter(({ cells }) => cells > 1)
    .sort((one, other) => other.cells - one.cells)
    .slice(0, MOST_SAME);
}
