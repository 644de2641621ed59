import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "@/db/server/launch-server";
import { isAlive, readPostmaster } from "@/db/server/postmaster-file";
import { ensureAppBuild } from "@/lib/command-line/app-build";

describe("npm start", () => {
  let state: string;
  let port: number;
  beforeAll(async () => {
    const built = await ensureAppBuild(process.cwd(), () => {});
    if (!built.ok) throw new Error(built.problem.message);
    state = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-start-`));
    chmodSync(state, 0o711);
    port = await freePort();
  });
  afterAll(() => {
    const left = readPostmaster(data());
    if (left && isAlive(left.pid)) process.kill(left.pid, "SIGQUIT");
    rmSync(state, { recursive: true });
  });
  const running = new Set<ChildProcess>();
  afterEach(() => {
    for (const left of running) left.kill("SIGKILL");
  });
  const data = () => join(state, "database", "data");

  /** The small sample, but where the test is of the whole one: what is done with it is the same. */
  const environment = { PATH: process.env.PATH ?? "", MUSTER_SAMPLE: "small" };
  type Started = { process: ChildProcess; said: () => string; ended: Promise<number | null> };
  const start = async (): Promise<Started> => {
    const child = spawn(process.execPath, ["lib/command-line/muster.mjs", "start"], {
      env: { ...environment, MUSTER_STATE: state, PORT: String(port) } as never,
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(child);
    child.on("exit", () => running.delete(child));
    let said = "";
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    await new Promise<void>((resolve, reject) => {
      child.stderr.on("data", (chunk) => {
        said += chunk;
        if (said.includes(`Muster is at http://localhost:${port}`)) resolve();
      });
      ended.then(() => reject(new Error(said)));
    });
    return { process: child, said: () => said, ended };
  };
  const health = async () => (await fetch(`http://localhost:${port}/health`)).status;
  /** Resolves once something holds; the test's own time limit is the only clock. */
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const served = () =>
    health().then(
      () => true,
      () => false,
    );

  test("serves, and Ctrl-C or a polite request leaves no process behind", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const started = await start();
      expect(await health()).toBe(200);
      const children = childrenOf(started.process);
      const server = readPostmaster(data())?.pid ?? 0;
      started.process.kill(signal);
      expect(await started.ended, started.said()).toBe(0);
      expect(await served()).toBe(false);
      for (const pid of [...children, server]) expect(isAlive(pid)).toBe(false);
    }
  });

  test("taken up where it was ended, it loads the earlier collection while it serves", async () => {
    const started = await start();
    expect(await health()).toBe(200);
    // Another start may have got through already: then there is nothing left to say.
    if (started.said().includes("Loading the sample"))
      await until(() => started.said().includes("Published 2026-03-31, as release 3."));
    const page = await (await fetch(`http://localhost:${port}/`)).text();
    expect(page).toContain("release 3");
    started.process.kill("SIGINT");
    expect(await started.ended, started.said()).toBe(0);
  });

  test("loads the whole nation where nothing else is asked for, the newest collection first", async () => {
    const whole = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-nation-`));
    chmodSync(whole, 0o711);
    const child = spawn(process.execPath, ["lib/command-line/muster.mjs", "start"], {
      env: { PATH: environment.PATH, MUSTER_STATE: whole, PORT: String(port) } as never,
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(child);
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    await until(() => said.includes("2026-03-31: 50 of 185 returns."));
    expect(said).toContain("202 fictional organisations; 4 collections: ");
    expect(said).toMatch(/\d,\d{3} staff \(people in post/);
    expect(said).not.toContain("Published");
    child.kill("SIGINT");
    expect(await ended, said).toBe(0);
    rmSync(whole, { recursive: true });
  });

  test("killed, its site ends with it; the database is found and used again, and stopped in the end", async () => {
    const first = await start();
    const children = childrenOf(first.process);
    const server = readPostmaster(data())?.pid ?? 0;
    first.process.kill("SIGKILL");
    await first.ended;
    await until(async () => !(await served()) && !children.some(isAlive));
    expect(isAlive(server)).toBe(true);
    const second = await start();
    expect(readPostmaster(data())?.pid).toBe(server);
    second.process.kill("SIGINT");
    expect(await second.ended).toBe(0);
    expect(isAlive(server)).toBe(false);
  });

  test("when a process of the site dies, says so, and everything ends", async () => {
    const started = await start();
    const children = childrenOf(started.process);
    const server = readPostmaster(data())?.pid ?? 0;
    process.kill(children[0] ?? 0, "SIGKILL");
    expect(await started.ended).toBe(1);
    expect(started.said()).toMatch(/The (web server|worker) ended by itself \(signal SIGKILL\)/);
    for (const pid of [...children, server]) expect(isAlive(pid)).toBe(false);
  });

  test.each(["SIGTERM", "SIGKILL"] as const)("ends when the npm that runs it gets %s", async (signal) => {
    const npm = spawn("npm", ["start"], {
      env: { ...environment, HOME: state, MUSTER_STATE: state, PORT: String(port) } as never,
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(npm);
    let said = "";
    await new Promise<void>((resolve) => {
      npm.stderr.on("data", (chunk) => {
        said += chunk;
        if (said.includes("Muster is at")) resolve();
      });
    });
    const server = readPostmaster(data())?.pid ?? 0;
    npm.kill(signal);
    await until(async () => !isAlive(server) && !(await served()));
    running.delete(npm);
  });

  test("a second one beside it is told that the port is taken", async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(`Port ${port} is taken by another program.`);
    expect(await health()).toBe(200);
    first.process.kill("SIGTERM");
    await first.ended;
  });
});

/** The numbers of the processes that another has started and that still live. */
function childrenOf({ pid }: ChildProcess): number[] {
  const pairs =
    process.platform === "linux"
      ? readdirSync("/proc")
          .filter((name) => /^\d+$/.test(name))
          .map((name) => [Number(name), parentOf(name)])
      : spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
          .stdout.trim()
          .split("\n")
          .map((line) => line.trim().split(/\s+/).map(Number));
  const children = pairs.flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
  expect(children).toHaveLength(2);
  return children;
}

function parentOf(name: string): number {
  try {
    // The name of the program may hold spaces, and stands in brackets before the state and the parent.
    return Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return 0;
  }
}
