import { existsSync } from "node:fs";
import { join } from "node:path";
import { asOperator } from "./operator-site";
import { stateDirectory } from "./project-directory";
import { say } from "./say";

/**
 * Loads the project's tables, just changed, into the database of this installation, so that the pages that run on it
 * show them at once. Where there is no database yet, the first start loads them.
 */
export async function refreshDatabase(): Promise<number> {
  if (!process.env.DATABASE_URL && !existsSync(join(stateDirectory(), "database-password"))) {
    say("There is no database yet: `npm start` makes one from these tables.");
    return 0;
  }
  // Preparing the database for an operator is what loads the tables and says to every process that pages changed.
  return asOperator(async () => {
    say("Loaded into the database: every page shows it from now on.");
    return 0;
  });
}
