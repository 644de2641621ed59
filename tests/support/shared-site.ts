import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/server/launch-server";
import { ensureAppBuild } from "@/lib/command-line/app-build";
import { serveSite } from "@/lib/command-line/serve-site";
import { disclosureKey } from "@/lib/command-line/site-environment";
import { asOwner, dropDatabase, type SharedDatabase, urlOfDatabase } from "./shared-database";
import type { TestSite } from "./site";
import type { Shared } from "./workshop";

const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * Serves the site as `npm start` does, on a free port, with a state directory and a secret of its own, and a copy of the
 * database that has the sample in it.
 */
export async function makeSharedSite(sample: SharedDatabase): Promise<Shared> {
  const project = process.cwd();
  const built = await ensureAppBuild(project, say);
  if (!built.ok) throw new Error(built.problem.message);
  const state = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-site-`));
  chmodSync(state, 0o711);
  const name = `muster_site_${process.pid}`;
  await asOwner(sample.ownerUrl, `create database ${name} template ${sample.template}`);
  const ownerUrl = urlOfDatabase(sample.ownerUrl, name);
  const appUrl = new URL(ownerUrl);
  appUrl.username = "muster_app";
  appUrl.password = sample.applicationPassword;
  const port = await freePort();
  const settings = {
    project,
    state,
    secret: "a secret of the browser tests alone",
    appUrl: appUrl.toString(),
    url: `http://localhost:${port}`,
    demo: true,
    disclosureKey: disclosureKey("", true, ""),
  };
  const served = await serveSite(settings, { host: "127.0.0.1", port });
  if (!served.ok) throw new Error(served.problem.message);
  const value: TestSite = { url: settings.url, ownerUrl, mailFolder: join(state, "mail") };
  return {
    value,
    dispose: async () => {
      await served.value.stop();
      await dropDatabase(sample.ownerUrl, name);
      rmSync(state, { recursive: true, force: true });
    },
  };
}
