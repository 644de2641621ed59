import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** What a running server writes about itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads `postmaster.pid`: pid, data directory, start time, port, socket folder, address, memory key, status. */
export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? "", 10) || 0, ready: lines[7]?.trim() === "ready" };
}

/**
 * What is behind the number in the file: nothing any more (`gone`), the server of this data directory (`server`), or
 * a program that was given the same number since (`another`).
 */
export function whoseProcess(pid: number, data: string): "gone" | "server" | "another" {
  if (!isAlive(pid)) return "gone";
  if (process.platform === "linux") {
    try {
      // A server's working directory is its data directory.
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) ? "server" : "another";
    } catch (cause) {
      return (cause as NodeJS.ErrnoException).code === "ENOENT" ? "gone" : "another";
    }
  }
  if (process.platform === "win32") return "server";
  const { stdout } = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes("postgres") ? "server" : "another";
}

/** Whether a process of this number runs, ours or not. One that ended and that nobody has asked after does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
