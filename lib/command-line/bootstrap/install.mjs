import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";

/**
 * Installs the packages of package-lock.json, unless just those are there already. npm records what it installed in
 * `node_modules/.package-lock.json` once an install is complete, so that file is the stamp: a tree installed by hand
 * counts as well, and a half-finished one or one without the development packages does not.
 *
 * @param {string} project the folder of package.json
 * @param {(line: string) => void} say
 * @returns {Promise<{ ok: true } | { ok: false, message: string }>}
 */
export async function install(project, say) {
  if (isInstalled(project)) return { ok: true };
  say("Installing the packages Muster needs (once, about a minute) …");
  const { code, output, leastFree } = await runNpm(project, [
    "ci",
    // NODE_ENV may be production, and the build needs the development packages all the same.
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=10000",
  ]);
  if (code === 0) return { ok: true };
  return { ok: false, message: explainFailure(output, leastFree) };
}

/** @param {string} project */
export function isInstalled(project) {
  const wanted = readLock(join(project, "package-lock.json"));
  const present = readLock(join(project, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const found = present[path];
    // An optional package for another platform is rightly absent.
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function runNpm(project, args) {
  const [command, ...first] = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: project,
      env: npmEnvironment(project),
      stdio: ["ignore", "pipe", "pipe"],
      shell: command.endsWith(".cmd"),
    });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    // On a full disk npm may fail without saying why, and give the room back before it ends.
    let leastFree = Number.POSITIVE_INFINITY;
    const look = () => {
      const { bavail, bsize } = statfsSync(project);
      leastFree = Math.min(leastFree, bavail * bsize);
    };
    const looking = setInterval(look, 200);
    const end = (code, output) => {
      clearInterval(looking);
      look();
      resolve({ code, output, leastFree });
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => end(1, `${output}${error.message}`));
    child.on("close", (code) => end(code, output));
  });
}

/** npm itself when npm started us, else the one beside this Node, else whatever PATH has. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running) && existsSync(running)) return [process.execPath, running];
  const name = process.platform === "win32" ? "npm.cmd" : "npm";
  const beside = join(dirname(process.execPath), name);
  return [existsSync(beside) ? beside : name];
}

/** npm keeps its cache under HOME, which may be unset, empty, or no folder of ours. */
function npmEnvironment(project) {
  const { HOME, ...rest } = process.env;
  if (process.platform === "win32" || writable(HOME)) return process.env;
  let home;
  try {
    home = userInfo().homedir;
  } catch {
    // A user without a passwd entry has no home.
  }
  if (!writable(home)) {
    home = join(project, ".muster", "home");
    mkdirSync(home, { recursive: true });
  }
  return { ...rest, HOME: home };
}

function writable(folder) {
  if (!folder) return false;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const outOfReach =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/;

const fullBytes = 16 * 1024 ** 2;

/** One sentence for what usually goes wrong; npm's own words before it for anything else. */
export function explainFailure(output, leastFree = Number.POSITIVE_INFINITY) {
  if (/ENOSPC|EDQUOT|no space left/i.test(output) || leastFree < fullBytes) {
    return "The disk is full, so the packages could not be installed: free about 1 GB and run the command again.";
  }
  if (outOfReach.test(output)) {
    return "The npm registry is out of reach, so the packages could not be installed: check the network, or point npm at a mirror (npm config set registry …), and run the command again.";
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return "This user may not write in the project's folder, so the packages could not be installed: run the command as the folder's owner, or make the folder writable.";
  }
  return `${output.trim()}\nThe packages could not be installed: npm's own message is above; mend that and run the command again.`;
}
