import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { readTable } from "@/lib/places/csv-table";
import { fail, ok, type Result } from "@/lib/result";
import { dateReadings } from "@/lib/returns/cells/read-date";
import { checkFile } from "@/lib/returns/check-file";
import type { PartName, Row } from "@/lib/returns/part";
import type { CheckContext } from "@/lib/returns/report";
import { reportInWords } from "@/lib/returns/report-in-words";
import { readReturnFileName } from "@/lib/returns/return-file";
import { readTextFile } from "./read-text-file";

/** Why the files of a part cannot be used: its words, and the exit code of `muster check` on them. */
export type Unusable = { words: string; exit: 1 | 2 };

/** The rows of a part's files, as the site would read them; a file with errors, or one refused, fails. */
export async function readPart(
  part: PartName,
  files: readonly string[],
  context: CheckContext,
): Promise<Result<Row[], Unusable>> {
  const rows: Row[] = [];
  for (const file of files) {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
    if (found instanceof Error || !found.isFile())
      return {
        ok: false,
        problem: { words: `${file} is not there, or is no file that you may read.`, exit: 2 },
      };
    const report = await checkFile({
      part,
      source: createReadStream(file),
      context,
      onRow: (row) => rows.push({ ...row }),
    });
    if (report.verdict === "accepted") continue;
    const words = reportInWords(basename(file), {
      ...report,
      repairs: [],
      counts: report.counts.filter(({ severity }) => severity === "error"),
    });
    return { ok: false, problem: { words: words.trimEnd(), exit: report.verdict === "refused" ? 2 : 1 } };
  }
  return ok(rows);
}

/** Whose file it is and of which day, by the first row that says so; null where that cannot be told. */
export async function readOwner(
  file: string,
  dateColumn: "census_date" | "period_end",
): Promise<Result<{ organisation: string | null; date: string | null }>> {
  const text = await readTextFile(file);
  if (!text.ok) return text;
  const rows = readTable(text.value, basename(file), []);
  if (!rows.ok) return rows;
  const first = rows.value.find(({ cell }) => cell("organisation_code") !== null);
  const dates = dateReadings(first?.cell(dateColumn) ?? "");
  return ok({
    organisation: first?.cell("organisation_code")?.toUpperCase() ?? null,
    date: dates.length === 1 ? (dates[0]?.iso ?? null) : null,
  });
}

/** The rows of devices and activities of every organisation in a folder, for one census; files that cannot be used are named. */
export async function readPool(
  folder: string,
  context: CheckContext,
): Promise<Result<{ devices: Row[]; activities: Row[]; leftOut: string[] }>> {
  const names = await readdir(folder, { recursive: true }).catch((error: Error) => error);
  if (names instanceof Error)
    return fail("pool", `${folder} cannot be read: ${names.message}.`, "Give a folder of return files.");
  const pool: { devices: Row[]; activities: Row[]; leftOut: string[] } = {
    devices: [],
    activities: [],
    leftOut: [],
  };
  for (const name of names.sort()) {
    const part = readReturnFileName(basename(name))?.part;
    if (part !== "devices" && part !== "activities") continue;
    const file = join(folder, name);
    const owner = await readOwner(file, "period_end");
    if (owner.ok && owner.value.date !== null && owner.value.date !== context.census) continue;
    const organisation = owner.ok ? owner.value.organisation : null;
    const rows =
      organisation === null ? null : await readPart(part, [file], { ...context, organisation, served: null });
    if (rows?.ok) pool[part].push(...rows.value);
    else pool.leftOut.push(name);
  }
  return ok(pool);
}
