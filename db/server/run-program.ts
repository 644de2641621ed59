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
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Ours, without the settings that libpq and the server would take from it, and in English so that causes are known. */
function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_"),
  );
  return { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), LC_ALL: "C", LANG: "C", TZ: "UTC" };
}
