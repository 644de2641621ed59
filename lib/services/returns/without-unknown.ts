import { READ_BY_NO_CHECK } from "@/lib/returns/repairs";
import type { Finding, Report } from "@/lib/returns/report";

/** Rules that speak where a file holds more than the columns that we know. */
const UNKNOWN = new Set(["unknown-column", "blank-header", "extra-cells", "doubled-column"]);

/**
 * What stands in no column of ours may say anything about anyone, and no check reads it: of such a file only the rows
 * and the hash are kept.
 */
export const holdsUnknown = ({ counts, repairs }: Report): boolean =>
  counts.some(({ code }) => UNKNOWN.has(code)) ||
  repairs.some(({ code }) => (READ_BY_NO_CHECK as readonly string[]).includes(code));

/** That something stands beyond the last column is told, and not what. */
export const withoutUnknown = (finding: Finding): Finding =>
  finding.code === "extra-cells"
    ? {
        ...finding,
        value: null,
        message: `Cell ${finding.position} stands beyond the last column of the header.`,
      }
    : finding;
