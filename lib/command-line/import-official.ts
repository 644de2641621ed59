import { stat } from "node:fs/promises";
import { isIsoDate } from "@/lib/places/calendar-day";
import { OFFICIAL_FILES, officialFileKind } from "@/lib/places/official-file";
import { fail, ok, type Result } from "@/lib/result";
import { importOdsFile } from "./import-ods-file";
import { importTurnoverFile } from "./import-turnover-file";
import { readArguments } from "./read-arguments";
import { readTextFile } from "./read-text-file";
import { refreshDatabase } from "./refresh-database";
import { say, sayProblem } from "./say";
import { verifyOfficial } from "./verify-official";

/** An official file to import, and how. Dates are ISO; `date` null: the day is not given. */
export type OfficialImport = {
  path: string;
  text: string;
  date: string | null;
  today: string;
  apply: boolean;
};

const USAGE =
  "Use: muster import FILE … [--date YYYY-MM-DD] [--apply], muster import --verify FILE …, or for a return muster import DIR|FILE … --organisation RJ1 --census 2026-03-31";

/** What became of one official file; `written`: the project's tables were changed. */
export type Imported = { code: number; written: boolean };

/**
 * `muster import FILE …` for official files, known by their content: shows what they would change, and changes it
 * with `--apply`, in the project's tables and in the database where there is one. With `--verify`, holds them against
 * the published totals and our tables instead. What is a return's (it says whose, or is a folder) is handed to
 * `importReturn`, arguments untouched. Exit 0 done, 1 failed, 2 not understood.
 */
export async function runImportOfficial(
  args: string[],
  importReturn?: (args: string[]) => Promise<number>,
): Promise<number> {
  if (importReturn !== undefined && (await namesReturn(args))) return importReturn(args);
  const options = readOptions(args);
  if (!options.ok) {
    sayProblem(options.problem);
    return 2;
  }
  const { paths, verify, ...how } = options.value;
  const files: OfficialImport[] = [];
  for (const path of paths) {
    const text = await readTextFile(path);
    if (!text.ok) return sayProblem(text.problem);
    if (officialFileKind(text.value) === null) {
      const known = Object.values(OFFICIAL_FILES).join(", or ");
      return sayProblem(
        fail(
          "import-unknown",
          `${path} is no file that we know.`,
          `Give the ${known}, as CSV; with a return's file say whose it is (--organisation, --census).`,
        ).problem,
      );
    }
    files.push({ path, text: text.value, ...how });
  }
  if (verify) return verifyOfficial(files);
  let [code, written] = [0, false];
  for (const [index, file] of files.entries()) {
    if (code !== 0) break;
    if (index > 0) say("");
    const turnover = officialFileKind(file.text) === "turnover";
    const done = turnover ? await importTurnoverFile(file) : await importOdsFile(file);
    code = done.code;
    written ||= done.written;
  }
  const loaded = written ? await refreshDatabase() : 0;
  return code || loaded;
}

/** Whether the arguments say whose return it is, or name a folder first. */
async function namesReturn(args: readonly string[]): Promise<boolean> {
  if (args.some((arg) => /^--(organisation|census)(=|$)/.test(arg))) return true;
  const path = args.find((arg) => !arg.startsWith("-"));
  return path !== undefined && (await stat(path).catch(() => null))?.isDirectory() === true;
}

function readOptions(
  args: string[],
): Result<{ paths: string[]; date: string | null; today: string; apply: boolean; verify: boolean }> {
  const read = readArguments(
    args,
    { date: { type: "string" }, apply: { type: "boolean" }, verify: { type: "boolean" } },
    USAGE,
  );
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const { date = null, apply = false, verify = false } = values;
  if (positionals.length === 0) return fail("import-nothing", "There is no file to import.", USAGE);
  if (verify && apply)
    return fail("import-verify", "--verify changes nothing, so --apply has no place beside it.", USAGE);
  if (date !== null && !isIsoDate(date))
    return fail("import-date", `--date is “${date}”, which is no day.`, USAGE);
  return ok({ paths: positionals, date, today: new Date().toISOString().slice(0, 10), apply, verify });
}
