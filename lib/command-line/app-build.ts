import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";
import { hashFiles } from "./file-hash";

/** Everything that a build of the site depends on. */
const sources = [
  "package-lock.json",
  "next.config.js",
  "tsconfig.json",
  "instrumentation.ts",
  "proxy.ts",
  "app",
  "lib",
  "db",
  "data",
  "public",
];

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Builds the site with Next, unless the build that is there was made of the same sources. */
export async function ensureAppBuild(
  project: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<Result<void>> {
  const hash = hashFiles(project, sources, isTest);
  if (isCurrent(project, hash)) return ok(undefined);
  say("Building the site (once after each change, about a minute) …");
  const { code, output } = await runBuild(project, signal);
  if (code === 0) {
    writeFileSync(stampOf(project), hash);
    return ok(undefined);
  }
  if (/ENOSPC|no space left/i.test(output)) {
    return fail(
      "disk-full",
      "The disk is full, so the site could not be built.",
      "Free about 1 GB and start again.",
    );
  }
  return fail(
    "build-failed",
    `${output.trim()}\nThe site could not be built.`,
    "Next's own message is above.",
  );
}

const stampOf = (project: string) => join(project, ".next", "muster-build");

function isCurrent(project: string, hash: string): boolean {
  // BUILD_ID is written last: a build that was cut off has none.
  if (!existsSync(join(project, ".next", "BUILD_ID"))) return false;
  return existsSync(stampOf(project)) && readFileSync(stampOf(project), "utf8") === hash;
}

/** The Next program of this project, to be run by Node. */
const nextProgram = (project: string) => join(project, "node_modules", "next", "dist", "bin", "next");

function runBuild(project: string, signal?: AbortSignal): Promise<{ code: number; output: string }> {
  // The build reads no database, and must not be able to.
  const { DATABASE_URL, MUSTER_APP_URL, ...environment } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [nextProgram(project), "build"], {
      cwd: project,
      env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
