import { createHash } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Binaries, copyBinaries } from "./binaries";
import type { ServerUser } from "./server-user";

/** Where one embedded server keeps its things. */
export type ServerPlace = {
  binaries: Binaries;
  user: ServerUser;
  /** Owned by the server's user: holds `data` and the log. */
  directory: string;
  data: string;
  log: string;
  /** Ours, readable by us alone. */
  passwordFile: string;
};

/**
 * The server lives in the state directory. When it runs as another user who cannot get there (root's own folders, or
 * one from `mktemp -d`, are closed to others), its data go to a folder named for the state directory under /var/lib,
 * and the programs are copied beside it.
 */
export function serverPlace(stateDirectory: string, user: ServerUser, binaries: Binaries): ServerPlace {
  const state = resolve(stateDirectory);
  const made = mkdirSync(state, { recursive: true });
  // Others may pass through but not look around: the server's user has to reach its folder inside. A folder that was
  // there keeps its mode.
  if (user && made) chmodSync(state, 0o711);
  const shared = user ? sharedFolder() : "";
  const programs = !user || canReach(join(binaries.directory, "bin", "postgres"), user);
  const inState = !user || canReach(state, user);
  if (user && !(programs && inState)) mkdirSync(shared, { recursive: true, mode: 0o755 });
  const directory = inState
    ? join(state, "database")
    : join(shared, createHash("sha256").update(state).digest("hex").slice(0, 16));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user) chownSync(directory, user.uid, user.gid);
  return {
    binaries: programs ? binaries : copyBinaries(binaries, shared),
    user,
    directory,
    data: join(directory, "data"),
    log: join(directory, "server.log"),
    passwordFile: join(state, "database-password"),
  };
}

/** A folder of root's that every user can pass through. */
function sharedFolder(): string {
  try {
    accessSync("/var/lib", constants.W_OK);
    return "/var/lib/muster";
  } catch {
    return "/var/tmp/muster";
  }
}

/** Whether a user may pass through every folder down to the path, and enter or run the path itself. */
export function canReach(path: string, user: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  const parent = dirname(path);
  return parent === path || canReach(parent, user);
}
