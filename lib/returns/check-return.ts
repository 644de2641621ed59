import { checkFile, type FileSource } from "./check-file";
import { findInReturn } from "./checks/return-checks";
import type { JudgedFile } from "./checks/return-rule";
import type { PartName } from "./part";
import type { CheckContext, Finding, Repair, Report, RowSink, RuleCount, Verdict } from "./report";
import { addSums, createFileSums, lostKeys, type ReturnSums } from "./return-sums";
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

type JudgedFiles = { reports: { of: ReturnFile; report: Report }[]; sums: ReturnSums };

/** Judges each file by itself, and adds up what they say together. */
async function judgeFiles(
  files: readonly ReturnFile[],
  context: CheckContext,
  keepOfARule?: number,
): Promise<JudgedFiles> {
  // Profiles first: they say whom the others may speak for.
  let { served } = context;
  const byFile = new Map<ReturnFile, Report>();
  const sums: ReturnSums[] = [];
  for (const of of [...files].sort((a, b) => Number(b.part === "profile") - Number(a.part === "profile"))) {
    const fileSums = createFileSums(of.part, context.census);
    const said: string[] = [];
    const onRow: RowSink = (row) => {
      fileSums.take(row);
      const { organisations_served: more } = row;
      if (of.part === "profile" && Array.isArray(more)) said.push(...more);
    };
    const { part, source } = of;
    const report = await checkFile({ part, source, context: { ...context, served }, keepOfARule, onRow });
    // A profile with errors says nothing until it is mended.
    if (part === "profile" && report.verdict === "accepted") served = [...(served ?? []), ...said];
    byFile.set(of, report);
    sums.push(fileSums.end());
  }
  return {
    reports: files.map((of) => ({ of, report: byFile.get(of) as Report })),
    sums: addSums(sums),
  };
}

/** What the files of an earlier return come to, or why one of them cannot be read. */
export async function sumsOfReturn(
  files: readonly ReturnFile[],
  context: CheckContext,
): Promise<{ sums: ReturnSums } | { refused: string; message: string; mend: string }> {
  const { reports, sums } = await judgeFiles(files, context, 0);
  const refused = reports.find(({ report }) => report.refusal !== undefined);
  return refused?.report.refusal ? { refused: refused.of.file, ...refused.report.refusal } : { sums };
}

/**
 * Checks the files of a return, each by itself and then together, for one verdict.
 *
 * @param lastYear what the return of the census before came to; null where it is not at hand
 */
export async function checkReturn(
  files: readonly ReturnFile[],
  context: CheckContext,
  keepOfARule?: number,
  lastYear: ReturnSums | null = null,
): Promise<ReturnReport> {
  const { reports, sums } = await judgeFiles(files, context, keepOfARule);
  const judged = reports.map(({ of: { file, part, unit }, report: { verdict, rows } }) => ({
    file,
    part,
    unit,
    verdict,
    rows,
  }));
  const nowhere = { line: null, column: null, header: null, position: null, value: null, file: null };
  const together = findInReturn({
    files: judged,
    sums,
    lastYear,
    assetsLost: lostKeys(sums, lastYear, "assets"),
  }).map(
    ({ check: { severity, code, mend }, part, message }): Of<Finding> => ({
      severity,
      code,
      ...nowhere,
      part,
      message,
      mend,
    }),
  );
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
