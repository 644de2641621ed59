import { formatCount } from "@/lib/format/number";
import { findingLine, findingsHeader } from "@/lib/returns/findings-csv";
import type { EveryFinding } from "@/lib/services/returns/read-every-finding";

const encoder = new TextEncoder();

/** The findings as a CSV file, piece by piece. Of a rule that is not given whole, its first lines say of how many. */
export async function* findingsCsv({
  cut,
  findings,
}: Pick<EveryFinding, "cut" | "findings">): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const head = [findingsHeader(), ...cut.map((rule) => findingLine(cutInWords(rule)))];
  yield encoder.encode(head.join(""));
  for await (const some of findings) yield encoder.encode(some.map(findingLine).join(""));
}

const cutInWords = ({ severity, code, count, given }: EveryFinding["cut"][number]) => ({
  severity,
  code,
  message: `This file holds the first ${formatCount(given)} of ${formatCount(count)} findings of this rule.`,
  mend: "Mend the file and send it again: what is left is found then.",
});
