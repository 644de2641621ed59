import { spawn } from "node:child_process";
import { join } from "node:path";
import type { ServerPlace } from "./server-place";

/** Runs one of PostgreSQL's programs to its end as the server's user and gives its exit code and what it said. */
export function runProgram(
  place: ServerPlace,
  name: "initdb" | "pg_ctl",
  args: string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(place.binaries.directory, "bin", name), args, {
      ...(place.user ?? {}),
      cwd: place.directory,
      env: programEnvironment(),
      // pg_ctl leaves a server behind that would hold a pipe open, so what it says goes to the log and is read there.
      stdio: ["ignore", name === "pg_ctl" ? "ignore" : "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Ours, without the settings that libpq and the server would take from it, and in English so that causes are known. */
function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", LANG: "C", TZ: "UTC" } as NodeJS.ProcessEnv;
}
