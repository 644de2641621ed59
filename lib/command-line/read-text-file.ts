import { readFile, stat } from "node:fs/promises";
import { fail, ok, type Result } from "@/lib/result";

const LARGEST_BYTES = 100_000_000;

/** Reads a whole CSV that is small enough to hold: UTF-8, else Windows-1252, in which older official files are. */
export async function readTextFile(path: string): Promise<Result<string>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_BYTES) {
      return fail(
        "file-large",
        `${path} is larger than 100 MB, which no official file is.`,
        "Give the CSV as it was published.",
      );
    }
    const bytes = await readFile(path);
    if (bytes.length === 0)
      return fail("file-empty", `${path} is empty.`, "Give the CSV as it was published.");
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      return fail(
        "file-zip",
        `${path} is a zip archive or an Excel workbook.`,
        "Unpack it, and give the CSV inside.",
      );
    }
    if (bytes.includes(0))
      return fail("file-binary", `${path} is not a text file.`, "Give the CSV as it was published.");
    try {
      return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return ok(new TextDecoder("windows-1252").decode(bytes));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "ENOENT" ? "is not there" : `cannot be read: ${message}`;
    return fail("file-read", `${path} ${why}.`, "Give the path of a file that you may read.");
  }
}
