import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import type { SharedDatabase } from "./shared-database";

/**
 * What a run of the tests shares: one database server, one served site. Nothing of it is made before a test asks for
 * it, so that a run of pure tests costs nothing. The tests run in processes of their own and ask over HTTP.
 */
type Workshop = {
  address: string;
  users: number;
  server: Server;
  made: Made;
};

/** A thing made once a run: `value` is what tests get, as JSON. */
export type Shared = { value: unknown; dispose(): Promise<void> };

type Made = Map<string, Promise<Shared>>;

const makers: Record<string, (made: Made) => Promise<Shared>> = {
  database: async () => (await import("./shared-database")).makeSharedDatabase(),
  sample: async (made) => {
    const database = await obtain(made, "database");
    return (await import("./sample-database")).makeSampleDatabase(database.value as SharedDatabase);
  },
  site: async (made) => {
    const sample = await obtain(made, "sample");
    return (await import("./shared-site")).makeSharedSite(sample.value as SharedDatabase);
  },
};

declare module "vitest" {
  export interface ProvidedContext {
    workshop: string;
  }
}

// Each project of the run loads this file anew.
const store = globalThis as { musterWorkshop?: Promise<Workshop> };

export default async function setup(project: TestProject) {
  store.musterWorkshop ??= openWorkshop();
  const workshop = await store.musterWorkshop;
  workshop.users += 1;
  project.provide("workshop", workshop.address);
  return async () => {
    workshop.users -= 1;
    if (workshop.users > 0) return;
    store.musterWorkshop = undefined;
    // The site and the sample use the database.
    for (const name of ["site", "sample", "database"]) {
      const shared = await workshop.made.get(name)?.catch(() => undefined);
      await shared?.dispose();
    }
    workshop.server.closeAllConnections();
    workshop.server.close();
  };
}

async function openWorkshop(): Promise<Workshop> {
  const made: Made = new Map();
  const server = createServer(async (request, response) => {
    const name = (request.url ?? "").slice(1);
    try {
      response.end(JSON.stringify((await obtain(made, name)).value));
    } catch (cause) {
      response.statusCode = 500;
      response.end(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    }
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, users: 0, server, made };
}

function obtain(made: Made, name: string): Promise<Shared> {
  const maker = makers[name];
  if (!maker) throw new Error(`No such thing is shared: ${name}`);
  const making = made.get(name) ?? maker(made);
  made.set(name, making);
  return making;
}
