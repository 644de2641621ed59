import { formatMonth } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { counted } from "@/lib/places/counted";
import { FEWEST_STAFF_FOR_A_RATE, leaverRate } from "@/lib/places/leaver-rate";
import { OFFICIAL_STAFF_GROUP } from "@/lib/places/turnover";
import { readTurnoverFile } from "@/lib/places/turnover-file";
import { attachTurnover, turnoverPlacesInWords } from "@/lib/places/turnover-places";
import { mergeTurnover, writeTurnoverTable } from "@/lib/places/turnover-table";
import { totalsOf } from "@/lib/places/turnover-totals";
import type { Problem } from "@/lib/result";
import type { Imported, OfficialImport } from "./import-official";
import { readPlaceTables, readTurnover, writeReferenceFile } from "./reference-files";
import { say, sayProblem } from "./say";

/** Shows what a turnover file would put into `data/reference/turnover.csv`, and puts it there with `apply`. */
export async function importTurnoverFile({ path, text, today, apply }: OfficialImport): Promise<Imported> {
  const [tables, table, file] = [await readPlaceTables(), await readTurnover(), readTurnoverFile(text)];
  if (!tables.ok) return failed(tables.problem);
  if (!table.ok) return failed(table.problem);
  if (!file.ok) return failed(file.problem);
  const { rows, months, reporting, withoutGroup, zeros, countsOfOne } = file.value;

  say(`${path}: ${counted(reporting, "organisation")} report; kept: ${OFFICIAL_STAFF_GROUP}.`);
  for (const month of months) {
    const { organisations, end } = totalsOf(rows, month);
    const rate = leaverRate(rows, [month]);
    say(
      `${formatMonth(month)}: ${counted(organisations, "organisation")}, ${end === null ? "not known" : formatNumber(end, 5)} WTE at its end; ${rate?.words ?? "no rate"}.`,
    );
  }
  if (withoutGroup.length > 0) {
    say(`No such staff, and no row: ${withoutGroup.map(({ code, name }) => `${code} ${name}`).join("; ")}.`);
  }
  say(
    `The file leaves out what is zero: ${counted(zeros.leavers, "organisation")} had no leavers and ${zeros.joiners} no joiners; they are kept as 0.`,
  );
  if (countsOfOne > 0) {
    say(
      `${counted(countsOfOne, "figure")} ${countsOfOne === 1 ? "is" : "are"} about one person. The source publishes them; no rate is shown on fewer than ${FEWEST_STAFF_FOR_A_RATE} staff.`,
    );
  }
  for (const words of turnoverPlacesInWords(attachTurnover(tables.value, file.value, today))) say(words);

  const { added, changed, same, rows: merged } = mergeTurnover(table.value, rows);
  for (const { organisation, month } of added) process.stdout.write(`new: ${organisation} ${month}\n`);
  for (const { after } of changed) process.stdout.write(`changed: ${after.organisation} ${after.month}\n`);
  say(
    `turnover.csv: ${counted(added.length, "new row")}, ${changed.length} changed, ${same} already the same.`,
  );
  if (added.length + changed.length === 0) return { code: 0, written: false };
  if (!apply) {
    say("Nothing is changed yet: add --apply to change data/reference/turnover.csv.");
    return { code: 0, written: false };
  }
  await writeReferenceFile("turnover.csv", writeTurnoverTable(merged));
  say("Written: data/reference/turnover.csv. Note the file among the sources in data/reference/README.md.");
  return { code: 0, written: true };
}

const failed = (problem: Problem): Imported => ({ code: sayProblem(problem), written: false });
