import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTable } from "@/lib/places/csv-table";
import { standingsOn } from "@/lib/places/standing";
import { fail, ok, type Result } from "@/lib/result";
import type { CheckContext } from "@/lib/returns/report";
import { projectDirectory } from "./project-directory";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

/** A key shorter than this could be found by trying. */
const LEAST_KEY_BYTES = 16;

export type ContextArguments = { organisation: string; census: string; keyFile: string | null };

/** What the checks need beside the file, from the project's tables alone: no database. The sample's places are known too. */
export async function readCheckContext({
  organisation,
  census,
  keyFile,
}: ContextArguments): Promise<Result<CheckContext>> {
  const tables = await readPlaceTables();
  if (!tables.ok) return tables;
  const categories = await readCategories();
  if (!categories.ok) return categories;
  const key = keyFile === null ? null : await readKey(keyFile);
  if (key && !key.ok) return key;
  const standing = standingsOn(withSamplePlaces(tables.value), census);
  if (!standing(organisation).known)
    return fail(
      "organisation-unknown",
      `“${organisation}” is no organisation's code.`,
      "Give your own ODS code after --organisation.",
    );
  return ok({
    organisation,
    census,
    standing,
    served: null,
    categories: categories.value,
    personKeys: key ? { hashWith: key.value } : { hashWith: randomBytes(32), forThisRun: true },
  });
}

async function readKey(path: string): Promise<Result<Uint8Array>> {
  let text: Buffer;
  try {
    text = await readFile(path);
  } catch (error) {
    return fail(
      "key-file",
      `The key file cannot be read: ${(error as Error).message}.`,
      "Give the path of your organisation's key file.",
    );
  }
  const key = text.subarray(0, text.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1);
  if (key.length >= LEAST_KEY_BYTES) return ok(key);
  return fail(
    "key-file",
    `The key in ${path} has ${key.length} bytes, which is too short.`,
    `Use a key of ${LEAST_KEY_BYTES} bytes or more, made at random.`,
  );
}

/** Device categories by code, from the project's own table. */
export async function readCategories(): Promise<Result<ReadonlyMap<string, string>>> {
  const text = await readFile(join(projectDirectory(), "data/reference/categories.csv"), "utf8").catch(
    (error: Error) => error,
  );
  if (typeof text !== "string")
    return fail(
      "reference-file",
      `categories.csv cannot be read: ${text.message}.`,
      "Restore data/reference from the repository.",
    );
  const rows = readTable(text, "categories.csv", ["code", "title"]);
  return rows.ok
    ? ok(new Map(rows.value.map(({ cell }) => [cell("code") ?? "", cell("title") ?? ""])))
    : rows;
}
