import { ruleOf } from "./checks/rules";
import type { Finding, Repair, RuleCount, Severity, Verdict } from "./report";

/** What is told of a file or of a whole return; in a return each finding says its file. */
type Told = {
  verdict: Verdict;
  rows: number;
  repairs: readonly (Repair & { file?: string | null })[];
  refusal?: { message: string; mend: string; file?: string | null };
  findings: readonly (Finding & { file?: string | null })[];
  counts: readonly RuleCount[];
};

const HEADINGS: Readonly<Record<Severity, string>> = {
  error: "Errors: mend these before you submit",
  warning: "Warnings: mend or explain each",
  notice: "Notices",
};

/** Lines shown of one rule. */
const SHOWN = 10;

const counted = (count: number, one: string) =>
  `${count.toLocaleString("en-GB")} ${one}${count === 1 ? "" : "s"}`;

/** A report as plain text for a terminal, grouped by rule. */
export function reportInWords(name: string, report: Told): string {
  const { refusal, counts, verdict, rows } = report;
  if (refusal) return `${refusal.file ?? name} is refused.\n  ${refusal.message}\n  ${refusal.mend}\n`;
  const total = (severity: Severity) =>
    counts.filter((rule) => rule.severity === severity).reduce((sum, { count }) => sum + count, 0);
  const summary = `${name}: ${counted(rows, "row")}, ${counted(total("error"), "error")}, ${counted(total("warning"), "warning")}.`;
  const end = verdict === "accepted" ? "It can be submitted" : "It cannot be submitted";
  const sections = (Object.keys(HEADINGS) as Severity[])
    .map((severity) => section(severity, report))
    .filter((text) => text !== "");
  return [`${summary} ${end}.\n`, ...sections, repairsInWords(report.repairs)]
    .filter((text) => text !== "")
    .join("\n");
}

function section(severity: Severity, { counts, findings }: Told): string {
  const rules = counts.filter((rule) => rule.severity === severity);
  if (rules.length === 0) return "";
  const groups = rules.map(({ code, count }) => {
    const found = findings.filter((finding) => finding.code === code);
    const title = ruleOf(code)?.title ?? found[0]?.message ?? code;
    const head = `  ${title} (${code}), ${counted(count, "time")}`;
    if (code === "missing-optional-column")
      return `${head}\n    ${found.map(({ column, file }) => (file ? `${column} (${file})` : column)).join(", ")}\n`;
    const shown = found.slice(0, SHOWN).map(lineOf);
    const more =
      count > shown.length ? [`    and ${(count - shown.length).toLocaleString("en-GB")} more`] : [];
    return `${[head, ...shown, ...more].join("\n")}\n`;
  });
  return `${HEADINGS[severity]}\n${groups.join("")}`;
}

function lineOf({
  line,
  column,
  header,
  position,
  message,
  mend,
  file,
}: Finding & { file?: string | null }): string {
  const sent = header !== null && header !== column ? `${column ?? ""} (“${header}”)` : (column ?? "");
  const place = [
    file ?? "",
    line === null ? "" : `line ${line}`,
    position === null ? "" : `column ${position}`,
    sent,
  ];
  const where = place.filter((text) => text !== "").join(", ");
  return `    ${where ? `${where}: ` : ""}${message}\n      ${mend}`;
}

function repairsInWords(repairs: Told["repairs"]): string {
  if (repairs.length === 0) return "";
  const lines = repairs.map(
    ({ message, count, file }) => `  ${file ? `${file}: ` : ""}${message} (${count.toLocaleString("en-GB")})`,
  );
  return `Read and set right on the way in\n${lines.join("\n")}\n`;
}
