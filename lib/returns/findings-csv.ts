import type { Finding } from "./report";
import { safeCsvLine } from "./safe-csv";

const COLUMNS = [
  "severity",
  "code",
  "line",
  "column",
  "header",
  "position",
  "value",
  "message",
  "mend",
] as const;

/** The header of a list of findings as CSV. */
export const findingsHeader = (): string => safeCsvLine(COLUMNS);

/** One finding as a line of it, safe to open in a spreadsheet whatever the file's cells say. */
export const findingLine = (finding: Partial<Finding>): string =>
  safeCsvLine(COLUMNS.map((column) => String(finding[column] ?? "")));
