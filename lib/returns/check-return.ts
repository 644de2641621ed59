import { checkFile, type FileSource } from "./check-file";
import { type JudgedFile, RETURN_CHECKS } from "./checks/return-checks";
import type { PartName } from "./part";
import type { CheckContext, Finding, Repair, Report, RowSink, RuleCount, Verdict } from "./report";
import { RULE_SET } from "./rule-set";

export type ReturnFile = { file: string; part: PartName; unit: string | null; source: FileSource };

/** Whose it is: the part and the file, or no file where the return as a whole is meant. */
type Of<T> = T & { part: PartName; file: string | null };

/** What is said of a whole return; `refusal` is that of the first file refused. */
export type ReturnReport = {
  verdict: Verdict;
  rows: number;
  repairs: Of<Repair>[];
  refusal?: Of<{ code: string; message: string; mend: string }>;
  findings: Of<Finding>[];
  counts: RuleCount[];
  ruleSet: string;
  files: JudgedFile[];
};

/** Checks the files of a return, each by itself and then together, for one verdict. */
export async function checkReturn(
  files: readonly ReturnFile[],
  context: CheckContext,
  keepOfARule?: number,
): Promise<ReturnReport> {
  // Profiles first: they say whom the others may speak for.
  let { served } = context;
  const byFile = new Map<ReturnFile, Report>();
  for (const of of [...files].sort((a, b) => Number(b.part === "profile") - Number(a.part === "profile"))) {
    const onRow: RowSink | undefined =
      of.part === "profile"
        ? ({ organisations_served: more }) => {
            served = [...(served ?? []), ...(Array.isArray(more) ? more : [])];
          }
        : undefined;
    const task = { part: of.part, source: of.source, context: { ...context, served }, keepOfARule };
    byFile.set(of, await checkFile(onRow ? { ...task, onRow } : task));
  }
  const reports = files.map((of) => ({ of, report: byFile.get(of) as Report }));
  const judged = reports.map(({ of: { file, part, unit }, report: { verdict, rows } }) => ({
    file,
    part,
    unit,
    verdict,
    rows,
  }));
  const together = RETURN_CHECKS.flatMap(({ code, severity, mend, find }): Of<Finding>[] => {
    const found = find(judged);
    if (!found) return [];
    const nowhere = { line: null, column: null, header: null, position: null, value: null, file: null };
    return [{ severity, code, ...nowhere, ...found, mend }];
  });
  const refused = reports.find(({ report }) => report.refusal !== undefined);
  const findings = [
    ...together,
    ...reports.flatMap(({ of, report }) =>
      report.findings.map((each) => ({ ...each, part: of.part, file: of.file })),
    ),
  ];
  const errors =
    together.some(({ severity }) => severity === "error") ||
    judged.some(({ verdict }) => verdict === "errors");
  return {
    verdict: refused ? "refused" : errors ? "errors" : "accepted",
    rows: judged.reduce((sum, { rows }) => sum + rows, 0),
    repairs: reports.flatMap(({ of, report }) =>
      report.repairs.map((each) => ({ ...each, part: of.part, file: of.file })),
    ),
    ...(refused?.report.refusal
      ? { refusal: { ...refused.report.refusal, part: refused.of.part, file: refused.of.file } }
      : {}),
    findings,
    counts: summed([
      ...together.map(({ code, severity }) => ({ code, severity, count: 1 })),
      ...reports.flatMap(({ report }) => report.counts),
    ]),
    ruleSet: RULE_SET,
    files: judged,
  };
}

function summed(counts: readonly RuleCount[]): RuleCount[] {
  const byCode = new Map<string, RuleCount>();
  for (const each of counts)
    byCode.set(each.code, { ...each, count: each.count + (byCode.get(each.code)?.count ?? 0) });
  return [...byCode.values()];
}
