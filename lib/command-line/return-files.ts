import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fail, ok, type Problem, type Result } from "@/lib/result";
import { PART_NAMES } from "@/lib/returns/part";
import { type ReturnFileName, readReturnFileName } from "@/lib/returns/return-file";

/** A file of a return on this machine's disk. */
export type FileOfReturn = ReturnFileName & { path: string; name: string; size: number };

const NAMING = "call it {part}.csv or {part}-{unit}.csv, as in workforce-renal.csv";

/**
 * The files of a return that paths name: of a folder those named for a part, in the order of the parts, with what it
 * leaves out; a file named by itself must be one.
 */
export async function returnFiles(
  paths: readonly string[],
): Promise<Result<{ files: FileOfReturn[]; leftOut: string[] }>> {
  const files: FileOfReturn[] = [];
  const leftOut: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
    if (found instanceof Error) return { ok: false, problem: unreadable(path, found) };
    if (!found.isDirectory()) {
      const named = readReturnFileName(basename(path));
      if (!named)
        return fail("file-name", `${path} is not named for a part.`, `So that it can be told: ${NAMING}.`);
      files.push({ path, name: basename(path), size: found.size, ...named });
      continue;
    }
    const names = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => error);
    if (names instanceof Error) return { ok: false, problem: unreadable(path, names) };
    let here = 0;
    for (const entry of names) {
      if (entry.isDirectory()) continue;
      const named = readReturnFileName(entry.name);
      if (named) {
        const file = join(path, entry.name);
        files.push({ path: file, name: entry.name, size: (await stat(file)).size, ...named });
        here += 1;
      } else if (/\.csv$/i.test(entry.name)) leftOut.push(entry.name);
    }
    if (here === 0)
      return fail(
        "folder",
        `${path} holds no file of a return.`,
        "Name them {part}.csv or {part}-{unit}.csv.",
      );
  }
  files.sort(
    (one, other) =>
      PART_NAMES.indexOf(one.part) - PART_NAMES.indexOf(other.part) || (one.path < other.path ? -1 : 1),
  );
  const twice = files.find(({ part, unit }, at) =>
    files.slice(0, at).some((other) => other.part === part && other.unit === unit),
  );
  if (twice)
    return fail(
      "file-twice",
      `${twice.path} is a second file of ${twice.part}${twice.unit === null ? "" : ` of ${twice.unit}`}.`,
      "Give one file of each part and service unit.",
    );
  return ok({ files, leftOut });
}

/** What is said of a CSV file in a folder that is no part of a return. */
export const leftOutInWords = (name: string): string => `${name} is left out: to have it read, ${NAMING}.`;

/** A file's bytes, opened when they are first asked for, so that one that cannot be read fails where it is read. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

function unreadable(path: string, { code, message }: NodeJS.ErrnoException): Problem {
  const what = code === "ENOENT" ? "is not there" : `cannot be read: ${message}`;
  return {
    code: "file",
    message: `${path} ${what}.`,
    mend: "Give the path of a file or folder that you may read.",
  };
}
