import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenServer, openServer } from "./open-server";
import { isAlive, readPostmaster } from "./postmaster-file";

const rows = async (connectionString: string, sql: string) => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe("the embedded server", () => {
  let folder: string;
  let state: string;
  let opened: OpenServer[];
  beforeEach(() => {
    // Closed to other users, as `mktemp -d` makes it: root's server, which runs as another, must cope.
    folder = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-server-`));
    state = join(folder, "state");
    opened = [];
  });
  afterEach(async () => {
    for (const server of opened) await server.stop();
    for (const { directory } of opened) rmSync(directory, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (): Promise<OpenServer> => {
    const result = await openServer({ stateDirectory: state, fsync: false });
    if (!result.ok) throw new Error(result.problem.message);
    opened.push(result.value);
    return result.value;
  };
  const refusal = async () => {
    const result = await openServer({ stateDirectory: state, fsync: false });
    if (result.ok) opened.push(result.value);
    return result.ok ? undefined : result.problem;
  };

  test("makes a UTF8 database whose owner is no superuser, behind a password that we alone can read", async () => {
    const server = await open();
    expect(server.adopted).toBe(false);
    expect(
      await rows(
        server.ownerUrl,
        `select datname, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
                rolsuper, current_setting('max_locks_per_transaction')::int >= 1024 as locks
         from pg_database join pg_roles on rolname = current_user and rolname = pg_get_userbyid(datdba)
         where datname = current_database()`,
      ),
    ).toEqual([
      { datname: "muster", encoding: "UTF8", provider: "b", locale: "C.UTF-8", rolsuper: false, locks: true },
    ]);
    if (process.platform !== "win32")
      expect(statSync(join(state, "database-password")).mode & 0o777).toBe(0o600);
    const stranger = new URL(server.ownerUrl);
    stranger.password = "guessed";
    await expect(rows(stranger.toString(), "select 1")).rejects.toThrow("password authentication failed");
  });

  test("stops with its only user, and keeps its data for the next", async () => {
    const first = await open();
    await rows(first.ownerUrl, "create table kept as select 42 as answer");
    const pid = readPostmaster(first.data)?.pid ?? 0;
    await first.stop();
    await first.closed;
    expect(isAlive(pid)).toBe(false);
    const second = await open();
    expect(await rows(second.ownerUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("is shared by several users and stops with the last of them", async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(readPostmaster(first.data)).toEqual(readPostmaster(second.data));
    const pid = readPostmaster(first.data)?.pid ?? 0;
    await first.stop();
    expect(await rows(second.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test("is found and used again when the process that started it was killed, and then stopped", async () => {
    const child = await openInAnotherProcess(state, folder);
    child.kill("SIGKILL");
    await new Promise((ended) => child.on("exit", ended));
    const server = await open();
    expect(server.adopted).toBe(true);
    expect(await rows(server.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    const pid = readPostmaster(server.data)?.pid ?? 0;
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test.each([
    ["of no process", 2 ** 22 - 3],
    ["of a process that is another program", process.pid],
  ])("starts in spite of a pid file with the number %s", async (_what, pid) => {
    const first = await open();
    const file = join(first.data, "postmaster.pid");
    const [, ...rest] = readFileSync(file, "utf8").split("\n");
    await first.stop();
    writeFileSync(file, [pid, ...rest].join("\n"), { mode: 0o600 });
    const { uid, gid } = statSync(first.data);
    chownSync(file, uid, gid);
    const second = await open();
    expect(second.adopted).toBe(false);
    expect(readPostmaster(second.data)?.pid).not.toBe(pid);
  });

  test("leaves the data of another version alone, and says what to do", async () => {
    const server = await open();
    await server.stop();
    writeFileSync(join(server.data, "PG_VERSION"), "15\n");
    expect(await refusal()).toEqual({
      code: "other-version",
      message: `The database in ${server.data} was made by PostgreSQL 15, and this Muster comes with 18.`,
      mend: expect.stringContaining("Move that folder aside"),
    });
    expect(existsSync(join(server.data, "base"))).toBe(true);
  });

  test("makes no new password for a database that has another", async () => {
    const server = await open();
    await server.stop();
    rmSync(join(state, "database-password"));
    expect(await refusal()).toMatchObject({ code: "password-missing" });
  });

  test("says so when the password it has is not the server's", async () => {
    await open();
    writeFileSync(join(state, "database-password"), "another");
    expect(await refusal()).toMatchObject({ code: "password-wrong" });
  });

  test("clears away what a first start that was cut off left half-made", async () => {
    const first = await open();
    await first.stop();
    rmSync(first.data, { recursive: true });
    const unfinished = join(first.directory, `making-${2 ** 22 - 3}-cut-off`);
    mkdirSync(unfinished);
    expect(await rows((await open()).ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(unfinished)).toBe(false);
  });
});

/** A process of its own that opens the server and holds on to it. */
async function openInAnotherProcess(stateDirectory: string, folder: string): Promise<ChildProcess> {
  // The packages are found from the project's folder, so the program has to be there.
  const program = resolve(".muster", "tests", `${process.pid}-open-server.mjs`);
  await build({
    stdin: {
      contents: `import { openServer } from "@/db/server/open-server";
        const opened = await openServer({ stateDirectory: ${JSON.stringify(stateDirectory)}, fsync: false });
        console.log(opened.ok ? "open" : opened.problem.message);`,
      resolveDir: resolve("."),
      loader: "ts",
    },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile: program,
  });
  const child = spawn(process.execPath, [program], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const said = await new Promise<string>((heard) =>
    child.stdout.on("data", (chunk) => heard(String(chunk).trim())),
  );
  rmSync(program);
  if (said !== "open") throw new Error(said);
  return child;
}
