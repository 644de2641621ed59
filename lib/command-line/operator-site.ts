import { endPools } from "@/db/pool";
import { deriveSecret } from "@/lib/access/derive-secret";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import { currentSite, type Site } from "@/lib/services/site";
import { using } from "./database-problem";
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
    const prepared = await using(database.value, prepareDatabase({ ownerUrl, applicationPassword, project }));
    if (!prepared.ok) return sayProblem(prepared.problem);
    const settings = { project, state, secret: secret.value, appUrl: prepared.value, url: "", demo: false };
    Object.assign(
      process.env,
      workerEnvironment({ ...settings, disclosureKey: disclosureKey(secret.value, embedded) }),
    );
    const done = await using(database.value, work(currentSite()));
    return done.ok ? done.value : sayProblem(done.problem);
  } finally {
    await endPools();
    await database.value.stop();
  }
}
