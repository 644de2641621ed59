import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTable } from "@/lib/places/csv-table";
import { standingsOn } from "@/lib/places/standing";
import { fail, ok, type Result } from "@/lib/result";
import { type Mapping, readMapping } from "@/lib/returns/mapping/mapping";
import { keyOfFile, LEAST_KEY_BYTES } from "@/lib/returns/person-key-file";
import type { CheckContext } from "@/lib/returns/report";
import { projectDirectory } from "./project-directory";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

export type ContextArguments = {
  organisation: string;
  census: string;
  keyFile: string | null;
  mapping?: string | null;
};

/** What the checks need beside the file, from the project's tables alone: no database. The sample's places are known too. */
export async function readCheckContext({
  organisation,
  census,
  keyFile,
  mapping = null,
}: ContextArguments): Promise<Result<CheckContext>> {
  const tables = await readPlaceTables();
  if (!tables.ok) return tables;
  const categories = await readCategories();
  if (!categories.ok) return categories;
  const key = keyFile === null ? null : await readKey(keyFile);
  if (key && !key.ok) return key;
  const own = mapping === null ? null : await readMappingFile(mapping);
  if (own && !own.ok) return own;
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
    mapping: own?.value,
  });
}

async function readMappingFile(path: string): Promise<Result<Mapping>> {
  const text = await readFile(path, "utf8").catch((error: Error) => error);
  if (typeof text === "string") return readMapping(text);
  return fail(
    "mapping",
    `The mapping cannot be read: ${text.message}.`,
    "Give the path of the file that the mapping page gives.",
  );
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
  const key = keyOfFile(text);
  if (key) return ok(key);
  return fail(
    "key-file",
    `${path} holds no key: it has ${text.length} bytes, or more than one line of text.`,
    `Use a line of ${LEAST_KEY_BYTES} characters or more, made at random.`,
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
