import { deriveSecret } from "@/lib/access/derive-secret";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import { using } from "./database-problem";
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
    const prepared = await using(
      database.value,
      prepareDatabase({
        ownerUrl: database.value.ownerUrl,
        applicationPassword: deriveSecret(secret.value, "application-password"),
        project: projectDirectory(),
      }),
    );
    if (!prepared.ok) return sayProblem(prepared.problem);
    process.stdout.write(`${prepared.value}\n`);
    return 0;
  } finally {
    await database.value.stop();
  }
}
