import { counted } from "@/lib/places/counted";
import { odsDifferences } from "@/lib/places/ods-differences";
import { readOdsFile } from "@/lib/places/ods-file";
import { officialFileKind } from "@/lib/places/official-file";
import type { TurnoverRow } from "@/lib/places/turnover";
import { readTurnoverFile } from "@/lib/places/turnover-file";
import { type Verified, verifyTurnover } from "@/lib/places/verify-turnover";
import { odsFileDate } from "./import-ods-file";
import type { OfficialImport } from "./import-official";
import { readPlaceTables, readTurnover } from "./reference-files";
import { sayProblem } from "./say";

/**
 * Holds whole official files against the published totals and our tables, a line each on standard output.
 * Gives 0 when everything holds, 1 when something does not.
 */
export async function verifyOfficial(files: readonly OfficialImport[]): Promise<number> {
  const [tables, table] = [await readPlaceTables(), await readTurnover()];
  if (!tables.ok) return sayProblem(tables.problem);
  if (!table.ok) return sayProblem(table.problem);
  const rows: TurnoverRow[] = [];
  const verified: Verified[] = [];
  for (const file of files) {
    if (officialFileKind(file.text) === "turnover") {
      const read = readTurnoverFile(file.text);
      if (!read.ok) return sayProblem(read.problem);
      rows.push(...read.value.rows);
      continue;
    }
    const read = readOdsFile(file.text);
    if (!read.ok) return sayProblem(read.problem);
    const differences = odsDifferences(tables.value, read.value, odsFileDate(file));
    const words =
      differences.length === 0
        ? `${file.path}: our places say the same of all ${counted(read.value.length, "organisation")}.`
        : `${file.path}: ${counted(differences.length, "difference")} from our places; \`muster import\` lists them.`;
    verified.push({ holds: differences.length === 0, words });
  }
  verified.push(...verifyTurnover(rows, table.value));
  for (const { holds, words } of verified)
    process.stdout.write(`${holds ? "holds" : "DOES NOT HOLD"}: ${words}\n`);
  return verified.every(({ holds }) => holds) ? 0 : 1;
}
