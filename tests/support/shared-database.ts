import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openServer } from "@/db/server/open-server";
import { isAlive, readPostmaster } from "@/db/server/postmaster-file";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import type { Shared } from "./workshop";

/** Where test databases are made: the server as its owner, and the migrated database that each is a copy of. */
export type SharedDatabase = { ownerUrl: string; template: string; applicationPassword: string };

const prefix = "muster-test-";
const applicationPassword = "test-application";

/**
 * The run's own embedded server, without fsync and in a folder that goes when it does; or, with TEST_DATABASE_URL, a
 * server of yours, where the owner named there must be allowed to make databases and roles.
 */
export async function makeSharedDatabase(): Promise<Shared> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { ownerUrl: given, dispose: async () => {} } : await openTemporaryServer();
  const template = `muster_template_${process.pid}`;
  await asOwner(server.ownerUrl, `create database ${template} encoding 'UTF8' template template0`);
  await prepareDatabase({
    ownerUrl: urlOfDatabase(server.ownerUrl, template),
    applicationPassword,
    project: process.cwd(),
  });
  const value: SharedDatabase = { ownerUrl: server.ownerUrl, template, applicationPassword };
  return {
    value,
    dispose: async () => {
      if (given) await dropDatabase(given, template);
      await server.dispose();
    },
  };
}

async function openTemporaryServer(): Promise<{ ownerUrl: string; dispose(): Promise<void> }> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // mkdtemp closes it to others, and root's server is another user.
  chmodSync(folder, 0o711);
  const opened = await openServer({ stateDirectory: folder, fsync: false });
  if (!opened.ok) throw new Error(`${opened.problem.message} ${opened.problem.mend ?? ""}`);
  const { ownerUrl, stop, directory } = opened.value;
  return {
    ownerUrl,
    dispose: async () => {
      await stop();
      for (const path of [folder, directory]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A run that was killed could not stop its server: the next one does. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : 0;
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    const postmaster = readPostmaster(join(folder, "database", "data"));
    if (postmaster && isAlive(postmaster.pid)) process.kill(postmaster.pid, "SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function asOwner(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Drops a database with whatever is still connected to it. The server's own housekeeping may be in it for a moment, and
 * may not be sent away by an owner: then it is tried again.
 */
export async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await asOwner(url, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== "42501" || tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** The same server and user, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
