import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort } from "@/db/server/launch-server";
import { type OpenServer, openServer } from "@/db/server/open-server";
import { isAlive, readPostmaster } from "@/db/server/postmaster-file";
import { ensureAppBuild } from "@/lib/command-line/app-build";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";
import { runMuster } from "../support/run-muster";
import { value } from "../support/service-site";

const PAT = "pat@trust.example";
const PASSWORD = "a long enough password";

/** The operator's own server, that the site is given; and the folder of an installation, which then has none. */
let folder: string;
let given: OpenServer;
let state: string;
let port: number;
let url: string;

beforeAll(async () => {
  value(await ensureAppBuild(process.cwd(), () => {}));
  folder = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-given-`));
  chmodSync(folder, 0o711);
  given = value(await openServer({ stateDirectory: join(folder, "operators-server"), fsync: false }));
  state = join(folder, "state");
  port = await freePort();
  url = `http://localhost:${port}`;
});
const running = new Set<ChildProcess>();
/** One that serves where it should not is asked to end, so that it takes its server with it. */
afterEach(async () => {
  for (const left of running) {
    left.kill("SIGTERM");
    await new Promise((ended) => left.on("close", ended));
  }
});
afterAll(async () => {
  await given?.stop();
  for (const path of [given?.directory, folder]) if (path) rmSync(path, { recursive: true, force: true });
});

const environment = (databaseUrl: string) => ({
  MUSTER_STATE: state,
  PORT: String(port),
  DATABASE_URL: databaseUrl,
});

async function query(sql: string, at = given.ownerUrl): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The same server, as another user or with another database. */
function urlWith(change: (address: URL) => void): string {
  const address = new URL(given.ownerUrl);
  change(address);
  return address.toString();
}

/** What an embedded server would have left: its data, its password, or its keepers. */
const ownServer = () => readdirSync(state).filter((name) => name !== "secret" && name !== "mail");

/** Starts it, until it serves or has ended by itself: then `code` is how. */
async function start(databaseUrl: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["lib/command-line/muster.mjs", "start"], {
    env: { PATH: process.env.PATH ?? "", ...environment(databaseUrl), ...more } as never,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let said = "";
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  const serves = new Promise<"serves">((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
        if (said.includes(`Muster is at ${more.MUSTER_URL ?? url}`)) resolve("serves");
      });
  });
  return { child, ended, came: await Promise.race([serves, ended]), said: () => said };
}

const signIn = (email: string, password: string, headers: Record<string, string> = { origin: url }) =>
  fetch(`${url}/sign-in/password`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams({ email, password }),
  });

test("with DATABASE_URL it uses that server and starts none, with no sample and nobody's demo sign-in", async () => {
  const server = readPostmaster(given.data)?.pid ?? 0;
  const started = await start(given.ownerUrl);
  expect(started.came, started.said()).toBe("serves");
  expect((await fetch(`${url}/ready`)).status).toBe(200);
  expect(ownServer()).toEqual([]);
  const users = await query(
    "SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  expect(users).toEqual([{ usename: "muster_app" }]);

  expect(started.said()).not.toMatch(new RegExp(`${DEMO_PASSWORD}|example\\.org|sample`, "i"));
  expect(await (await fetch(`${url}/sign-in`)).text()).not.toContain(DEMO_PASSWORD);
  for (const { email } of DEMO_PEOPLE)
    expect((await signIn(email, DEMO_PASSWORD)).headers.get("set-cookie")).toBeNull();
  expect(
    await query(
      `SELECT (SELECT count(*)::int FROM account.person) AS people, (SELECT count(*)::int FROM reference.collection) AS collections,
         (SELECT count(*) > 200 FROM reference.place) AS places, (SELECT bool_or(synthetic) FROM reference.place) AS synthetic`,
    ),
  ).toEqual([{ people: 0, collections: 0, places: true, synthetic: false }]);

  // The first person is made at the command line, on the same server.
  const add = ["user", "add", PAT, "--name", "Pat", "--role", "administrator"];
  const added = await runMuster(add, { ...environment(given.ownerUrl), MUSTER_PASSWORD: PASSWORD }, folder);
  expect(added).toEqual({ code: 0, stdout: "", stderr: `${PAT} is in Muster.\n` });
  expect((await signIn(PAT, PASSWORD)).headers.get("set-cookie")).toContain("session-token");

  started.child.kill("SIGINT");
  expect(await started.ended, started.said()).toBe(0);
  expect(ownServer()).toEqual([]);
  expect(isAlive(server)).toBe(true);
  expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("behind a proxy the host is the one it passes on, and the scheme is MUSTER_URL's alone", async () => {
  const started = await start(given.ownerUrl, { MUSTER_URL: "https://muster.example" });
  expect(started.came, started.said()).toBe("serves");
  const headers = { origin: "https://muster.example", "x-forwarded-host": "muster.example" };
  const schemes: Record<string, string>[] = [
    {},
    { "x-forwarded-proto": "https" },
    { "x-forwarded-proto": "http" },
  ];
  for (const scheme of schemes) {
    const answer = await signIn(PAT, PASSWORD, { ...headers, ...scheme });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/[^/]/);
    expect(answer.headers.get("set-cookie")).toMatch(/^__Secure-next-auth\.session-token=.*; Secure$/);
  }
  const refused = await signIn(PAT, PASSWORD, { origin: headers.origin });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toMatch(/^This was not sent from a page of this site/);
  started.child.kill("SIGTERM");
  expect(await started.ended, started.said()).toBe(0);
});

test.each<[string, () => Promise<string> | string, RegExp]>([
  [
    "a server that is not there",
    () => urlWith((address) => (address.port = "1")),
    /^The database that DATABASE_URL names does not let us in \(.*ECONNREFUSED.*\)\. Check that it runs/,
  ],
  [
    "a wrong password",
    () => urlWith((address) => (address.password = "guessed")),
    /^The database that DATABASE_URL names does not let us in \(password authentication failed/,
  ],
  [
    "a database that there is not",
    () => urlWith((address) => (address.pathname = "/nowhere")),
    /^The database that DATABASE_URL names does not let us in \(database "nowhere" does not exist\)/,
  ],
  [
    "a login that may make no roles",
    async () => {
      await query("CREATE ROLE humble LOGIN PASSWORD 'humble'");
      // Of a database that is prepared nothing more is asked.
      await query("CREATE DATABASE bare");
      return urlWith((address) => {
        address.pathname = "/bare";
        address.username = "humble";
        address.password = "humble";
      });
    },
    /^The login of DATABASE_URL may not prepare the database \(permission denied.*\)\. Give it the right to make roles \(ALTER ROLE … CREATEROLE\) and make it the database's owner\.$/,
  ],
])("with %s it says so in one sentence, and neither serves nor starts a server", async (_, address, says) => {
  const { came, said } = await start(await address());
  expect(came).toBe(1);
  expect(said().trim()).toMatch(says);
  expect(said().trim()).not.toContain("\n");
  expect(ownServer()).toEqual([]);
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});
