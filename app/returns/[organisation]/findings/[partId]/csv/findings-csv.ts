import { formatCount } from "@/lib/format/number";
import type { Finding } from "@/lib/returns/report";
import { safeCsvLine } from "@/lib/returns/safe-csv";
import type { EveryFinding } from "@/lib/services/returns/read-every-finding";

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

const encoder = new TextEncoder();

const lineOf = (finding: Partial<Finding>) =>
  safeCsvLine(COLUMNS.map((column) => String(finding[column] ?? "")));

/** The findings as a CSV file, piece by piece. Of a rule that is not given whole, its first lines say of how many. */
export async function* findingsCsv({
  cut,
  findings,
}: Pick<EveryFinding, "cut" | "findings">): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const head = [safeCsvLine([...COLUMNS]), ...cut.map((rule) => lineOf(cutInWords(rule)))];
  yield encoder.encode(head.join(""));
  for await (const some of findings) yield encoder.encode(some.map(lineOf).join(""));
}

const cutInWords = ({ severity, code, count, given }: EveryFinding["cut"][number]) => ({
  severity,
  code,
  message: `This file holds the first ${formatCount(given)} of ${formatCount(count)} findings of this rule.`,
  mend: "Mend the file and send it again: what is left is found then.",
});
