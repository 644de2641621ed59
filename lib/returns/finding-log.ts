import type { Finding, RuleCount, Severity } from "./report";

/** Findings kept of one rule, when nothing else is asked for; the rest are counted. */
export const KEPT_OF_A_RULE = 1000;

/**
 * Collects the findings of a file in bounded memory: of each rule the first `kept` are kept whole and all are counted,
 * so that a rule broken on every line hides no other.
 *
 * @param hear takes every finding as it is made, those too that the rest of the file makes void
 */
export function createFindingLog(kept: number, hear?: (finding: Finding) => void) {
  const byCode = new Map<string, { severity: Severity; count: number; findings: Finding[] }>();
  const entryOf = (code: string, severity: Severity) => {
    let entry = byCode.get(code);
    if (!entry) {
      entry = { severity, count: 0, findings: [] };
      byCode.set(code, entry);
    }
    return entry;
  };
  return {
    /** Counts one; the finding itself is made only when it is kept. */
    add(code: string, severity: Severity, finding: () => Omit<Finding, "code" | "severity">): void {
      const entry = entryOf(code, severity);
      entry.count++;
      if (!hear && entry.findings.length >= kept) return;
      const made = { severity, code, ...finding() };
      if (entry.findings.length < kept) entry.findings.push(made);
      hear?.(made);
    },
    /** Takes back every finding of a rule that the rest of the file has made void. */
    withdraw(code: string): void {
      byCode.delete(code);
    },
    counts: (): RuleCount[] =>
      [...byCode].map(([code, { severity, count }]) => ({ code, severity, count })).sort(byRule),
    /** On the file first, then by line, position and code. */
    findings: (): Finding[] => [...byCode.values()].flatMap(({ findings }) => findings).sort(byPlace),
    hasErrors: (): boolean => [...byCode.values()].some(({ severity }) => severity === "error"),
  };
}

export type FindingLog = ReturnType<typeof createFindingLog>;

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

const byRule = (one: RuleCount, other: RuleCount) =>
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || (one.code < other.code ? -1 : 1);

const byPlace = (one: Finding, other: Finding) =>
  (one.line ?? 0) - (other.line ?? 0) ||
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
  (one.position ?? 0) - (other.position ?? 0) ||
  (one.code < other.code ? -1 : one.code > other.code ? 1 : 0);
