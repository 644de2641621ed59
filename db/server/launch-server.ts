import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ok, type Result } from "@/lib/result";
import { settingsFile } from "./create-data";
import { readPostmaster, whoseProcess } from "./postmaster-file";
import { runProgram } from "./run-program";
import type { ServerPlace } from "./server-place";
import { serverProblem } from "./server-problem";

export type LaunchOptions = {
  /** Off only where the data may be lost, as in tests. */
  fsync: boolean;
};

const largestLog = 10 * 1024 * 1024;

/** Starts the server on a free port of the loopback address and waits until it answers. */
export async function launchServer(place: ServerPlace, options: LaunchOptions): Promise<Result<void>> {
  writeSettings(place, options);
  rotateLog(place.log);
  removeForeignPid(place.data);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const before = sizeOf(place.log);
    const { code, output } = await runProgram(place, "pg_ctl", [
      "start",
      "--wait",
      "--timeout=60",
      "--silent",
      `--pgdata=${place.data}`,
      `--log=${place.log}`,
      `--options=-p ${port}`,
    ]);
    if (code === 0) return ok(undefined);
    const said = `${output}\n${readFrom(place.log, before)}`;
    // Between the choice of the port and its use another program may have taken it.
    if (/could not bind|Address already in use/i.test(said) && attempt < 5) continue;
    // Another command started it at the same moment: that one is used.
    if (/lock file "postmaster.pid" already exists/.test(said) && isRunning(place.data)) return ok(undefined);
    return serverProblem(said, place);
  }
}

function writeSettings({ data, user }: ServerPlace, { fsync }: LaunchOptions): void {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    // Every submission has partitions of its own, and a transaction may lock them all.
    max_locks_per_transaction: 1024,
    shared_buffers: "64MB",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const file = join(data, settingsFile);
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(""),
  );
  if (user) chownSync(file, user.uid, user.gid);
}

/** A pid file whose number now belongs to another program would keep the server from starting. */
function removeForeignPid(data: string): void {
  const postmaster = readPostmaster(data);
  if (postmaster && whoseProcess(postmaster.pid, data) === "another")
    rmSync(join(data, "postmaster.pid"), { force: true });
}

function isRunning(data: string): boolean {
  const postmaster = readPostmaster(data);
  return postmaster !== undefined && whoseProcess(postmaster.pid, data) === "server";
}

/** A port of the loopback address that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function rotateLog(log: string): void {
  if (sizeOf(log) > largestLog) renameSync(log, `${log}.old`);
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function readFrom(file: string, start: number): string {
  if (!existsSync(file)) return "";
  const handle = openSync(file, "r");
  try {
    const rest = Buffer.alloc(Math.min(fstatSync(handle).size - start, 64 * 1024));
    readSync(handle, rest, 0, rest.length, start);
    return rest.toString("utf8");
  } finally {
    closeSync(handle);
  }
}
