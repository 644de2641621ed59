import { Pool } from "pg";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";
import { loadSampleIfEmpty } from "@/lib/services/operation/load-sample";
import { asOwner, dropDatabase, type SharedDatabase, urlOfDatabase } from "./shared-database";
import type { Shared } from "./workshop";

/**
 * The run's migrated database with a part of the sample nation in it, as a first run leaves it, to be copied: release 1 of
 * the newest census by itself, 2 of the earlier one, and 3 of the newest again with it.
 */
export async function makeSampleDatabase(database: SharedDatabase): Promise<Shared> {
  const template = `muster_sample_${process.pid}`;
  await asOwner(database.ownerUrl, `create database ${template} template ${database.template}`);
  const appUrl = new URL(urlOfDatabase(database.ownerUrl, template));
  appUrl.username = "muster_app";
  appUrl.password = database.applicationPassword;
  const pool = new Pool({ connectionString: appUrl.toString() });
  try {
    await loadSampleIfEmpty({
      project: process.cwd(),
      asked: "small",
      say: () => {},
      site: {
        pool,
        now: () => new Date(),
        disclosureKey: () => DEMO_KEY,
        mail: { folder: "no mail is sent while the sample is loaded" },
        url: null,
        demo: false,
        attemptKey: () => "nobody signs in while the sample is loaded",
      },
    });
  } finally {
    await pool.end();
  }
  const value: SharedDatabase = { ...database, template };
  return {
    value,
    dispose: () => dropDatabase(database.ownerUrl, template),
  };
}
