import { deriveSecret } from "@/lib/access/derive-secret";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import { databaseProblem } from "./database-problem";
import { installationSecret } from "./installation-secret";
import { openDatabase } from "./open-database";
import { projectDirectory, stateDirectory } from "./project-directory";
import { say, sayProblem } from "./say";

/**
 * Brings the database to the state that this code needs, as its owner, and prints the address for the application's
 * own login: what further web processes and workers are given as MUSTER_APP_URL.
 */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    say(
      "`muster migrate` takes no arguments: the database is the one of DATABASE_URL, else the embedded one.",
    );
    return 2;
  }
  const state = stateDirectory();
  const secret = installationSecret(state);
  if (!secret.ok) return sayProblem(secret.problem);
  const database = await openDatabase(state);
  if (!database.ok) return sayProblem(database.problem);
  try {
    const appUrl = await prepareDatabase({
      ownerUrl: database.value.ownerUrl,
      applicationPassword: deriveSecret(secret.value, "application-password"),
      project: projectDirectory(),
    });
    process.stdout.write(`${appUrl}\n`);
    return 0;
  } catch (cause) {
    return sayProblem(databaseProblem(cause));
  } finally {
    await database.value.stop();
  }
}
