import { Pool } from "pg";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";
import { loadSampleIfEmpty } from "@/lib/services/operation/load-sample";
import { asOwner, type SharedDatabase, urlOfDatabase } from "./shared-database";
import type { Shared } from "./workshop";

/** The run's migrated database with the sample nation loaded and both its releases published, to be copied. */
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
    dispose: () => asOwner(database.ownerUrl, `drop database if exists ${template} with (force)`),
  };
}
