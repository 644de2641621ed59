import { spawn } from "node:child_process";
import { resolve } from "node:path";

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the `muster` command as a user does, bootstrap and bundle included, with no environment but PATH and what is given. */
export function runMuster(
  args: readonly string[],
  environment: Record<string, string>,
  cwd: string,
): Promise<Ended> {
  return new Promise((ended) => {
    const child = spawn(process.execPath, [resolve("lib/command-line/muster.mjs"), ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? "", ...environment } as never,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("close", (code) => ended({ code, stdout, stderr }));
  });
}
