import { formatCount } from "@/lib/format/number";
import type { Finding } from "@/lib/returns/report";

/** Notices that are said once for all the columns they are about; a clean file has one for each column it leaves out. */
const ONCE = "missing-optional-column";

/** Findings as a page lists them: those that differ by nothing but a column are one. */
export function groupedFindings(findings: readonly Finding[]): Finding[] {
  const missing = findings.filter(({ code }) => code === ONCE);
  const [first] = missing;
  if (!first || missing.length === 1) return [...findings];
  const columns = missing.map(({ column, header }) => column ?? header ?? "").join(", ");
  const together: Finding = {
    ...first,
    column: null,
    header: null,
    position: null,
    message: `${formatCount(missing.length)} optional columns are not in the file: ${columns}.`,
    mend: "Add those that you have; nothing else depends on them.",
  };
  return findings.flatMap((finding) =>
    finding === first ? [together] : finding.code === ONCE ? [] : [finding],
  );
}
