import { formatDate } from "@/lib/format/date";
import { applyOdsDifferences } from "@/lib/places/apply-ods-differences";
import { lastDayOf } from "@/lib/places/calendar-day";
import { counted } from "@/lib/places/counted";
import { odsDifferences } from "@/lib/places/ods-differences";
import { readOdsFile } from "@/lib/places/ods-file";
import { inForce } from "@/lib/places/place";
import { TABLES, type TableName, writeReferenceTables } from "@/lib/places/reference-tables";
import { tableProblems } from "@/lib/places/table-problems";
import { fail, type Problem } from "@/lib/result";
import type { Imported, OfficialImport } from "./import-official";
import { readPlaceTables, writeReferenceFile } from "./reference-files";
import { say, sayProblem } from "./say";

/** Shows what an ODS trust file would change in our places, one line each on standard output; changes it with `apply`. */
export async function importOdsFile(file: OfficialImport): Promise<Imported> {
  const { path, text, date, apply } = file;
  const [tables, records] = [await readPlaceTables(), readOdsFile(text)];
  if (!tables.ok) return failed(tables.problem);
  if (!records.ok) return failed(records.problem);
  const asAt = odsFileDate(file);
  const open = records.value.filter(({ opens, closes }) => inForce(opens, closes, asAt)).length;
  say(`${path}: ${counted(records.value.length, "organisation")} of the trust file, ${open} of them open.`);
  say(
    `Read as it stood on ${formatDate(asAt)}${date === null ? " (--date YYYY-MM-DD says otherwise)" : ""}.`,
  );

  const differences = odsDifferences(tables.value, records.value, asAt);
  for (const { kind, words } of differences) process.stdout.write(`${kind}: ${words}\n`);
  const others = tables.value.places.filter(
    ({ level, source, opens, closes }) =>
      level === "organisation" && !source?.startsWith("ods-trusts") && inForce(opens, closes, asAt),
  );
  say(
    `${counted(others.length, "open organisation")} of ours are not in trust files and are left alone: care trusts, Wales's health boards, Scotland, Northern Ireland.`,
  );
  const applying = differences.filter(({ applies }) => applies);
  if (applying.length === 0) {
    say(differences.length === 0 ? "It says what our tables say: nothing to change." : "Nothing to change.");
    return { code: 0, written: false };
  }
  if (!apply) {
    say(
      `${counted(applying.length, "change")}. Nothing is changed yet: add --apply to change data/reference.`,
    );
    return { code: 0, written: false };
  }

  const changed = applyOdsDifferences(tables.value, differences, asAt);
  const [problem] = tableProblems(changed);
  if (problem !== undefined) {
    const mend = "Nothing is changed: mend the tables in data/reference by hand.";
    return failed(
      fail("ods-contradiction", `The tables would contradict themselves: ${problem}`, mend).problem,
    );
  }
  const texts = writeReferenceTables(changed);
  for (const table of Object.keys(TABLES) as TableName[]) {
    if (await writeReferenceFile(TABLES[table].file, texts[table]))
      say(`Written: data/reference/${TABLES[table].file}`);
  }
  say(
    `${counted(applying.length, "change")} made. Note the file among the sources in data/reference/README.md.`,
  );
  return { code: 0, written: true };
}

const failed = (problem: Problem): Imported => ({ code: sayProblem(problem), written: false });

/**
 * The day on which the file is taken to have stood: the one given, else the last day of the month that its name names
 * (`etr_2026-07.csv`) but no day to come, else today. The file itself has no date.
 */
export function odsFileDate({ path, date, today }: OfficialImport): string {
  if (date !== null) return date;
  const [, year, month] = /(20\d\d)-?(0[1-9]|1[0-2])(?!\d)/.exec(path.split(/[\\/]/).at(-1) ?? "") ?? [];
  const last = year === undefined || month === undefined ? null : lastDayOf(`${year}-${month}`);
  return last === null || last > today ? today : last;
}
