import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Result } from "@/lib/result";
import { readStandards, STANDARDS_TABLES, type StandardsTable } from "@/lib/workload/read-standards";
import type { Standards } from "@/lib/workload/standards";
import { projectDirectory } from "./project-directory";

/** Reads the project's tables of standard times and defaults. */
export async function readStandardsFiles(): Promise<Result<Standards>> {
  const texts = {} as Record<StandardsTable, string>;
  for (const name of Object.keys(STANDARDS_TABLES) as StandardsTable[]) {
    const { folder, file } = STANDARDS_TABLES[name];
    try {
      texts[name] = await readFile(join(projectDirectory(), "data", folder, file), "utf8");
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
