import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Pool } from "pg";
import type { Viewer } from "@/lib/access/viewer";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";
import type { Result } from "@/lib/result";
import type { Site } from "@/lib/services/site";
import { type TestDatabase, testDatabase } from "./database";

export const OPERATOR: Viewer = { kind: "operator", name: "test" };

/** The value of what must have gone well. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? "ok" : result.problem.code);

/** A site for services on a database of the test file's own. */
export type ServiceSite = {
  database: TestDatabase;
  site: Site;
  mailFolder: string;
  /** The owner is under row-level security too: it sees the rows of the organisation given. */
  asOwner<T>(work: (owner: Client) => Promise<T>, organisation?: string): Promise<T>;
  close(): Promise<void>;
};

export async function serviceSite(of: "database" | "sample" = "database"): Promise<ServiceSite> {
  const database = await testDatabase(of);
  const mailFolder = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-mail-`));
  const pool = new Pool({ connectionString: database.appUrl });
  return {
    database,
    mailFolder,
    site: {
      pool,
      now: () => new Date("2026-11-24T12:00:00Z"),
      disclosureKey: () => DEMO_KEY,
      mail: { folder: mailFolder },
      url: "https://muster.example",
      demo: false,
      attemptKey: () => "a key of the tests",
    },
    async asOwner(work, organisation = "") {
      const owner = new Client({ connectionString: database.ownerUrl });
      await owner.connect();
      try {
        await owner.query("SELECT set_config('muster.organisations', $1, false)", [organisation]);
        return await work(owner);
      } finally {
        await owner.end();
      }
    },
    async close() {
      await pool.end();
      await database.drop();
      rmSync(mailFolder, { recursive: true, force: true });
    },
  };
}
