import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isAlive } from "@/db/server/postmaster-file";
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

/**
 * Builds the site with Next, unless there is a build of the same sources, and gives the folder to serve it from. Next
 * works in `.next`; what is served is a copy that bears its sources' hash and never changes, so that a build beside a
 * running site, ours or anybody's, takes no file away from it. The web servers that this process starts from now on are
 * told of it by MUSTER_BUILD.
 */
export async function ensureAppBuild(
  project: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<Result<string>> {
  const hash = hashFiles(project, sources, isTest);
  const folder = `.next-${hash.slice(0, 16)}`;
  if (existsSync(join(project, folder))) return ok(take(project, folder));
  const workshop = join(project, ".next");
  try {
    if (!isBuilt(workshop, hash)) {
      say("Building the site (once after each change, about a minute) …");
      const { code, output } = await runBuild(project, signal);
      if (code !== 0) return notBuilt(output);
      writeFileSync(join(workshop, STAMP), hash);
    }
    copyBuild(project, workshop, folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return notBuilt(`${code}: ${message}`);
  }
  take(project, folder);
  removeUnused(project, folder);
  return ok(folder);
}

function notBuilt(output: string): Result<never> {
  if (/ENOSPC|EDQUOT|no space left/i.test(output))
    return fail(
      "disk-full",
      "The disk is full, so the site could not be built.",
      "Free about 1 GB and start again.",
    );
  return fail(
    "build-failed",
    `${output.trim()}\nThe site could not be built.`,
    "What stood in the way is above.",
  );
}

/** In a finished build: the hash of its sources. */
const STAMP = "muster-build";

function isBuilt(workshop: string, hash: string): boolean {
  // BUILD_ID is written last: a build that was cut off has none.
  const stamp = join(workshop, STAMP);
  return existsSync(join(workshop, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** What a build leaves for the next build and for the type check, and no server reads. */
const ofTheWorkshop = ["cache", "types", "dev", "diagnostics", "lock"];

/** Copies a build to the folder that it is served from, which appears under its name only when whole. */
function copyBuild(project: string, workshop: string, folder: string): void {
  const making = join(project, `.next-making-${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  try {
    cpSync(workshop, making, {
      recursive: true,
      // Its links to packages are relative, and hold in a folder beside it.
      verbatimSymlinks: true,
      filter: (path) => !ofTheWorkshop.includes(relative(workshop, path)),
    });
    renameSync(making, join(project, folder));
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another command made the same one at the same moment.
    if (!existsSync(join(project, folder))) throw error;
  }
}

const USER = /^used-by-(\d+)$/;

/** Notes in a build that this process uses it, and gives its name. */
function take(project: string, folder: string): string {
  process.env.MUSTER_BUILD = folder;
  try {
    writeFileSync(join(project, folder, `used-by-${process.pid}`), "");
  } catch {
    // A folder that is not ours to write in is not ours to clear away either.
  }
  return folder;
}

/** Removes the builds of other sources that no living process uses. */
function removeUnused(project: string, newest: string): void {
  for (const name of readdirSync(project)) {
    if (!/^\.next-[0-9a-f]{16}$/.test(name) || name === newest) continue;
    const folder = join(project, name);
    const users = readdirSync(folder).flatMap((file) => USER.exec(file)?.[1] ?? []);
    if (!users.some((pid) => isAlive(Number(pid)))) rmSync(folder, { recursive: true, force: true });
  }
}

/** The Next program of this project, to be run by Node. */
const nextProgram = (project: string) => join(project, "node_modules", "next", "dist", "bin", "next");

function runBuild(project: string, signal?: AbortSignal): Promise<{ code: number; output: string }> {
  // The build reads no database, and must not be able to.
  const { DATABASE_URL, MUSTER_APP_URL, MUSTER_BUILD, ...environment } = process.env;
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
