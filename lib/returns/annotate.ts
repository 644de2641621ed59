import type { Finding } from "./report";
import { safeOwnLine } from "./safe-csv";

/** The columns that Muster adds to a file given back. */
export const ANNOTATIONS = ["muster_verdict", "muster_errors", "muster_warnings"] as const;

/** What a record of a file is: a line above the header, the header, a row, or one that was left out. */
export type RecordKind = "above" | "header" | "row" | "left-out";

const inWords = ({ column, message, mend }: Finding) => `${column ? `${column}: ` : ""}${message} ${mend}`;

/**
 * Makes the sender's own file again, record by record in the sender's order, with what was found in each row beside
 * it. Columns of an earlier annotation are taken out; every cell is safe to open in a spreadsheet.
 */
export function createAnnotator(findings: readonly Finding[]) {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.line === null || finding.severity === "notice") continue;
    const others = byLine.get(finding.line);
    if (others) others.push(finding);
    else byLine.set(finding.line, [finding]);
  }
  let width = 0;
  let own = new Set<number>();
  const kept = (cells: readonly string[]) => cells.filter((_, position) => !own.has(position));

  return (cells: readonly string[], line: number, kind: RecordKind): string => {
    if (kind === "above") return safeOwnLine(cells);
    if (kind === "header") {
      own = new Set(
        cells.flatMap((cell, position) =>
          (ANNOTATIONS as readonly string[]).includes(cell.trim().toLowerCase()) ? [position] : [],
        ),
      );
      width = kept(cells).length;
      return safeOwnLine([...kept(cells), ...ANNOTATIONS]);
    }
    const found = byLine.get(line) ?? [];
    const words = (severity: Finding["severity"]) =>
      found
        .filter((finding) => finding.severity === severity)
        .map(inWords)
        .join(" | ");
    const [errors, warnings] = [words("error"), words("warning")];
    // A record that was left out stays as it was, so that it is left out again when the file comes back.
    const verdict = kind === "left-out" ? "" : errors ? "error" : warnings ? "warning" : "accepted";
    const row = kept(cells);
    while (row.length < width) row.push("");
    return safeOwnLine([...row.slice(0, width), verdict, errors, warnings, ...row.slice(width)]);
  };
}
