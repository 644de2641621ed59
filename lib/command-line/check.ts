import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { annotatedFile } from "@/lib/returns/annotated-file";
import { groupFile } from "@/lib/returns/before-sending/group-file";
import { checkFile } from "@/lib/returns/check-file";
import { checkReturn, type ReturnFile, sumsOfReturn } from "@/lib/returns/check-return";
import type { PartName } from "@/lib/returns/part";
import type { CheckContext, Report, Verdict } from "@/lib/returns/report";
import { reportInWords } from "@/lib/returns/report-in-words";
import type { ReturnSums } from "@/lib/returns/return-sums";
import { censusBefore } from "@/lib/returns/twelve-months";
import { readCheckArguments } from "./check-arguments";
import { readCheckContext } from "./check-context";
import { bytesOf, leftOutInWords, returnFiles } from "./return-files";
import { say, sayProblem } from "./say";
import { beginFile } from "./written-file";

/** 0 accepted (warnings allowed), 1 errors, 2 refused or not understood. */
const EXIT: Readonly<Record<Verdict, number>> = { accepted: 0, errors: 1, refused: 2 };

/** Findings kept of one rule; beyond that they are counted, and standard error says so. */
const KEPT = 100_000;

/** `muster check`: judges a file, or a folder as a whole return, as the page would, without a database. */
export async function run(args: string[]): Promise<number> {
  const read = readCheckArguments(args);
  if (!read.ok) return notUnderstood(read.problem);
  const { asked, json, rows, annotate, aggregate } = read.value;
  const context = await readCheckContext(read.value);
  if (!context.ok) return notUnderstood(context.problem);
  try {
    if (asked.kind === "return") return await checkFolder(asked, context.value, json);
    return await checkOne(asked.file, asked.part, context.value, {
      json,
      rows,
      annotate,
      aggregate,
    });
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw error;
    return notUnderstood({ code: "file", message: `${path} cannot be read or written: ${message}.` });
  }
}

type Wanted = { json: boolean; rows: string | null; annotate: string | null; aggregate: string | null };

async function checkOne(
  file: string,
  part: PartName,
  context: CheckContext,
  wanted: Wanted,
): Promise<number> {
  const here = await openable(file);
  if (!here.ok) return notUnderstood(here.problem);
  const out = wanted.rows === null ? null : await beginFile(wanted.rows);
  let between = "[\n";
  const bar = progress(here.value);
  const report = await checkFile({
    part,
    source: bytesOf(file),
    context,
    keepOfARule: KEPT,
    onRow: out
      ? (row) => {
          out.add(between + JSON.stringify(row));
          between = ",\n";
        }
      : undefined,
    onPiece: (bytes) => {
      bar.add(bytes);
      return out?.caughtUp();
    },
  });
  bar.end();
  if (out && report.verdict === "refused") await out.abandon();
  else if (out) {
    out.add(between === "[\n" ? "[]\n" : "\n]\n");
    await out.finish();
  }
  if (wanted.annotate !== null && report.verdict !== "refused")
    await annotateFile(file, part, context, report, wanted.annotate);
  if (wanted.aggregate !== null) await groupPeople(file, context, wanted.aggregate);
  tell(basename(file), report, wanted.json);
  return EXIT[report.verdict];
}

/** Reads the file a second time and gives it back with what was found beside each row. */
async function annotateFile(
  file: string,
  part: PartName,
  context: CheckContext,
  report: Report,
  to: string,
): Promise<void> {
  const out = await beginFile(to);
  for await (const piece of annotatedFile({ part, source: bytesOf(file), context }, report.findings)) {
    out.add(piece);
    await out.caughtUp();
  }
  await out.finish();
}

/** Writes the file again with group lines in place of people, where nothing is wrong with it. */
async function groupPeople(file: string, context: CheckContext, to: string): Promise<void> {
  const grouped = await groupFile(bytesOf(file), context);
  if (!grouped) {
    say(`${to} is not written: groups are made of a file without errors.`);
    return;
  }
  const out = await beginFile(to);
  out.add(grouped.csv);
  await out.finish();
  const { peopleLines, groups, report } = grouped;
  say(`${to} holds ${groups} group lines in place of ${peopleLines} lines of people: ${report.verdict}.`);
}

async function checkFolder(
  { folder, previous }: { folder: string; previous: string | null },
  context: CheckContext,
  json: boolean,
): Promise<number> {
  const files = await filesIn(folder);
  if (!files.ok) return notUnderstood(files.problem);
  const lastYear = previous === null ? ok(null) : await lastYearIn(previous, context);
  if (!lastYear.ok) return notUnderstood(lastYear.problem);
  const report = await checkReturn(files.value, context, KEPT, lastYear.value);
  tell(folder, report, json);
  return EXIT[report.verdict];
}

async function filesIn(folder: string): Promise<Result<ReturnFile[]>> {
  const found = await returnFiles([folder]);
  if (!found.ok) return found;
  for (const name of found.value.leftOut) say(leftOutInWords(name));
  return ok(
    found.value.files.map(({ path, name, part, unit }) => ({
      file: name,
      part,
      unit,
      source: bytesOf(path),
    })),
  );
}

/** What the return of the census before came to; what was wrong with it was said a year ago. */
async function lastYearIn(folder: string, context: CheckContext): Promise<Result<ReturnSums>> {
  const files = await filesIn(folder);
  if (!files.ok) return files;
  const read = await sumsOfReturn(files.value, { ...context, census: censusBefore(context.census) });
  return "refused" in read
    ? fail("previous", `${read.refused} of ${folder} cannot be read: ${read.message}`, read.mend)
    : ok(read.sums);
}

/** The report to standard output, as JSON or in words. */
function tell(name: string, { counts, ruleSet: _, ...report }: Report, json: boolean): void {
  for (const { code, count } of counts)
    if (count > KEPT) say(`Of ${count} findings of ${code}, the first ${KEPT} are listed.`);
  process.stdout.write(
    json ? `${JSON.stringify(report, null, 2)}\n` : reportInWords(name, { counts, ...report }),
  );
}

async function openable(file: string): Promise<Result<number>> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return fail(
      "file",
      `${file} ${found.code === "ENOENT" ? "is not there" : `cannot be read: ${found.message}`}.`,
      "Give the path of a file that you may read.",
    );
  return found.isFile()
    ? ok(found.size)
    : fail("file", `${file} is not a file.`, "Give a CSV file, or a folder after --return.");
}

/** How far the reading is, on standard error while that is a terminal. */
function progress(size: number) {
  let done = 0;
  let shown = -1;
  const shows = process.stderr.isTTY && size > 5_000_000;
  return {
    add(bytes: number): void {
      done += bytes;
      const percent = Math.floor((done / size) * 100);
      if (!shows || percent === shown) return;
      shown = percent;
      process.stderr.write(`\r${"█".repeat(percent / 5).padEnd(20, "░")} ${percent} %`);
    },
    end(): void {
      if (shows) process.stderr.write("\r\u001b[K");
    },
  };
}

function notUnderstood(problem: Problem): 2 {
  sayProblem(problem);
  return 2;
}
