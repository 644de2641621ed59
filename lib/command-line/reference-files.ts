import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ReferenceTables,
  readReferenceTables,
  TABLES,
  type TableName,
} from "@/lib/places/reference-tables";
import type { TurnoverRow } from "@/lib/places/turnover";
import { readTurnoverTable } from "@/lib/places/turnover-table";
import { fail, type Result } from "@/lib/result";
import { projectDirectory } from "./project-directory";

const pathOf = (file: string) => join(projectDirectory(), "data/reference", file);

/** Reads the project's tables of places, from `data/reference` or another folder. */
export async function readPlaceTables(folder?: string): Promise<Result<ReferenceTables>> {
  const texts: Partial<Record<TableName, string>> = {};
  for (const name of Object.keys(TABLES) as TableName[]) {
    const { file } = TABLES[name];
    try {
      texts[name] = await readFile(folder === undefined ? pathOf(file) : join(folder, file), "utf8");
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // A sample's folder has only the tables that it needs.
      if (folder !== undefined && code === "ENOENT" && name !== "places") continue;
      return fail(
        "reference-file",
        `${file} cannot be read: ${message}.`,
        "Restore data/reference from the repository.",
      );
    }
  }
  return readReferenceTables(texts);
}

/** Reads the project's table of official turnover. */
export async function readTurnover(): Promise<Result<TurnoverRow[]>> {
  try {
    return readTurnoverTable(await readFile(pathOf("turnover.csv"), "utf8"));
  } catch (error) {
    const { message } = error as NodeJS.ErrnoException;
    return fail(
      "reference-file",
      `turnover.csv cannot be read: ${message}.`,
      "Restore data/reference from the repository.",
    );
  }
}

/** Writes a file of `data/reference`: whole or not at all. Says whether it changed. */
export async function writeReferenceFile(file: string, text: string): Promise<boolean> {
  const path = pathOf(file);
  const before = await readFile(path, "utf8").catch(() => null);
  if (before === text) return false;
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, text);
  await rename(beside, path);
  return true;
}
