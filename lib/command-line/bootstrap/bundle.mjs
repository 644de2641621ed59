import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** A build is kept this long after a newer one, since a running process may still have a chunk to load. */
const keepMilliseconds = 7 * 24 * 3600 * 1000;

/**
 * Bundles lib/command-line/main.ts and all it imports (packages apart) into `.muster/command-line/{hash}/`, unless the
 * newest build is of the same sources. Every build has its own folder and appears under its name only when complete,
 * so that commands running at the same time never see half of one.
 *
 * @param {string} project the folder of package.json
 * @returns {Promise<{ ok: true, entry: string } | { ok: false, message: string }>}
 */
export async function bundle(project) {
  const folder = join(project, ".muster", "command-line");
  const current = newestBuild(folder);
  if (current && hashOf(project, current.inputs) === current.hash) return { ok: true, entry: current.entry };
  try {
    return { ok: true, entry: await build(project, folder) };
  } catch (error) {
    return { ok: false, message: explainFailure(error) };
  }
}

function newestBuild(folder) {
  try {
    const { name, inputs, hash } = JSON.parse(readFileSync(join(folder, "newest.json"), "utf8"));
    const entry = join(folder, name, "main.js");
    return existsSync(entry) ? { entry, inputs, hash } : undefined;
  } catch {
    return undefined;
  }
}

/** Hash of the files that the bundle was made of, and of what decides how it is made; undefined when one is gone. */
function hashOf(project, inputs) {
  const hash = createHash("sha256");
  try {
    for (const file of ["package-lock.json", "tsconfig.json", ...inputs]) {
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(project, file)))
        .update("\0");
    }
  } catch {
    return undefined;
  }
  return hash.digest("hex");
}

async function build(project, folder) {
  const temporary = join(folder, `making-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  const metafile = await runEsbuild(project, temporary);
  refuseUnresolved(metafile);
  const inputs = Object.keys(metafile.inputs).sort();
  const hash = hashOf(project, inputs);
  const name = hash.slice(0, 16);
  try {
    renameSync(temporary, join(folder, name));
  } catch (error) {
    // Another command made the same build at the same moment.
    if (!existsSync(join(folder, name, "main.js"))) throw error;
    rmSync(temporary, { recursive: true, force: true });
  }
  const stamp = join(folder, `newest-${randomUUID()}.json`);
  writeFileSync(stamp, JSON.stringify({ name, hash, inputs }));
  renameSync(stamp, join(folder, "newest.json"));
  removeOldBuilds(folder, name);
  return join(folder, name, "main.js");
}

let running = 0;

async function runEsbuild(project, outdir) {
  const esbuild = await import("esbuild");
  running += 1;
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: project,
      entryPoints: {
        main: "lib/command-line/main.ts",
        // A program of its own, which a thread runs: see lib/services/returns/check-in-thread.ts.
        "check-thread": "lib/services/returns/check-thread.ts",
        // Likewise: see lib/command-line/project-in-threads.ts.
        "project-thread": "lib/command-line/project-thread.ts",
      },
      outdir,
      bundle: true,
      splitting: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      sourcemap: "linked",
      metafile: true,
      logLevel: "silent",
    });
    return metafile;
  } finally {
    running -= 1;
    // It leaves a process of its own running otherwise, for as long as the command does.
    if (running === 0) await esbuild.stop();
  }
}

/** esbuild takes an alias that leads nowhere for a package, and would leave the failure to the moment of running. */
function refuseUnresolved(metafile) {
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    const lost = imports.find(({ path, external }) => external && path.startsWith("@/"));
    if (lost) throw new Error(`${file} imports ${lost.path}, which is not there`);
  }
}

function removeOldBuilds(folder, newest) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === newest || name === "newest.json" || Date.now() - statSync(path).mtimeMs < keepMilliseconds)
      continue;
    rmSync(path, { recursive: true, force: true });
  }
}

function explainFailure(error) {
  const reasons = error.errors?.map(({ text, location }) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  );
  if (reasons?.length) return `The commands could not be bundled:\n${reasons.join("\n")}`;
  if (error.code === "ENOSPC") return "The disk is full: free some space and run the command again.";
  if (error.code === "EACCES" || error.code === "EROFS") {
    return `This user may not write in the project's folder .muster (${error.message}): run the command as the folder's owner, or make it writable.`;
  }
  return `The commands could not be bundled: ${error.message}`;
}
