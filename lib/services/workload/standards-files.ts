import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Result } from "@/lib/result";
import { readStandards, STANDARDS_TABLES, type StandardsTable } from "@/lib/workload/read-standards";
import type { Standards } from "@/lib/workload/standards";

/** Reads the tables of standard times and defaults in a project's folder: the same for everybody, so nobody is asked for. */
export async function readStandardsFiles(project: string): Promise<Result<Standards>> {
  const texts = {} as Record<StandardsTable, string>;
  for (const name of Object.keys(STANDARDS_TABLES) as StandardsTable[]) {
    const { folder, file } = STANDARDS_TABLES[name];
    try {
      texts[name] = await readFile(join(project, "data", folder, file), "utf8");
    } catch (error) {
      return fail(
        "standards-file",
        `${file} cannot be read: ${(error as Error).message}.`,
        `Restore data/${folder} from the repository.`,
      );
    }
  }
  return readStandards(texts);
}
