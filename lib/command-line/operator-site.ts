import { endPools } from "@/db/pool";
import { deriveSecret } from "@/lib/access/derive-secret";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import { currentSite, type Site } from "@/lib/services/site";
import { databaseProblem } from "./database-problem";
import { installationSecret } from "./installation-secret";
import { openDatabase } from "./open-database";
import { projectDirectory, stateDirectory } from "./project-directory";
import { sayProblem } from "./say";
import { disclosureKey, workerEnvironment } from "./site-environment";

/**
 * Runs an operator's command against the installation's database: the one that runs, or one opened for the command.
 * It is prepared first: migrated, and with the project's tables loaded.
 */
export async function asOperator(work: (site: Site) => Promise<number>): Promise<number> {
  const state = stateDirectory();
  const secret = installationSecret(state);
  if (!secret.ok) return sayProblem(secret.problem);
  const database = await openDatabase(state);
  if (!database.ok) return sayProblem(database.problem);
  const { ownerUrl, embedded } = database.value;
  const project = projectDirectory();
  const applicationPassword = deriveSecret(secret.value, "application-password");
  try {
    const appUrl = await prepareDatabase({ ownerUrl, applicationPassword, project }).catch(databaseProblem);
    if (typeof appUrl !== "string") return sayProblem(appUrl);
    const settings = { project, state, secret: secret.value, appUrl, url: "", demo: false };
    Object.assign(
      process.env,
      workerEnvironment({ ...settings, disclosureKey: disclosureKey(secret.value, embedded) }),
    );
    return await work(currentSite());
  } finally {
    await endPools();
    await database.value.stop();
  }
}
