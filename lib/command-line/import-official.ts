import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isIsoDate } from "@/lib/places/calendar-day";
import { OFFICIAL_FILES, officialFileKind } from "@/lib/places/official-file";
import { fail, ok, type Result } from "@/lib/result";
import { importOdsFile } from "./import-ods-file";
import { importTurnoverFile } from "./import-turnover-file";
import { readTextFile } from "./read-text-file";
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

const USAGE = "Use: muster import FILE … [--date YYYY-MM-DD] [--apply], or muster import --verify FILE …";

/**
 * `muster import FILE …` for official files, known by their content: shows what they would change, and changes it
 * with `--apply`. With `--verify`, holds them against the published totals and our tables instead.
 * What is no official file (a folder, a return's part) is handed to `importReturn`, arguments untouched; without it,
 * it is refused in a sentence.
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
        fail("import-unknown", `${path} is no file that we know.`, `Give the ${known}, as CSV.`).problem,
      );
    }
    files.push({ path, text: text.value, ...how });
  }
  if (verify) return verifyOfficial(files);
  for (const [index, file] of files.entries()) {
    if (index > 0) say("");
    const code =
      officialFileKind(file.text) === "turnover" ? await importTurnoverFile(file) : await importOdsFile(file);
    if (code !== 0) return code;
  }
  return 0;
}

/** Whether the first path among the arguments is a folder, or a file that is no official one. */
async function namesReturn(args: readonly string[]): Promise<boolean> {
  for (const path of args) {
    const found = path.startsWith("-") ? null : await stat(path).catch(() => null);
    if (found?.isDirectory()) return true;
    if (!found?.isFile()) continue;
    const text = await readTextFile(path);
    return text.ok && officialFileKind(text.value) === null;
  }
  return false;
}

function readOptions(
  args: string[],
): Result<{ paths: string[]; date: string | null; today: string; apply: boolean; verify: boolean }> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { date: { type: "string" }, apply: { type: "boolean" }, verify: { type: "boolean" } },
    });
    const { date = null, apply = false, verify = false } = values;
    if (positionals.length === 0) return fail("import-nothing", "There is no file to import.", USAGE);
    if (verify && apply)
      return fail("import-verify", "--verify changes nothing, so --apply has no place beside it.", USAGE);
    if (date !== null && !isIsoDate(date))
      return fail("import-date", `--date is “${date}”, which is no day.`, USAGE);
    return ok({ paths: positionals, date, today: new Date().toISOString().slice(0, 10), apply, verify });
  } catch (error) {
    return fail("import-arguments", (error as Error).message, USAGE);
  }
}
