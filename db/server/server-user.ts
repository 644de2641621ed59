import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { fail, ok, type Result } from "@/lib/result";

/** Who the server's programs run as; undefined: as we do. */
export type ServerUser = { uid: number; gid: number } | undefined;

type Us = { uid: number; hasEntry: boolean };

/**
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres`, who is made if there is none. Any other
 * user runs it as themselves, but initdb looks the name up, so a number without an entry in the list of users fails.
 */
export function serverUser(us: Us = whoWeAre()): Result<ServerUser> {
  if (process.platform === "win32") return ok(undefined);
  if (!us.hasEntry && us.uid !== 0) {
    return fail(
      "user-without-entry",
      `PostgreSQL cannot start as user number ${us.uid}, which has no entry in /etc/passwd.`,
      `Add one (echo "muster:x:${us.uid}:0::/tmp:/bin/sh" >> /etc/passwd), run as another user, or set DATABASE_URL.`,
    );
  }
  if (us.uid !== 0) return ok(undefined);
  const found = lookUp();
  if (found) return ok(found);
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--no-create-home", "-g", "postgres", "-s", "/bin/sh", "postgres"]);
  const made = lookUp();
  if (made) return ok(made);
  return fail(
    "no-server-user",
    "PostgreSQL does not run as root, and the user `postgres` could not be made.",
    "Make a user of that name, run Muster as an ordinary user, or set DATABASE_URL.",
  );
}

function whoWeAre(): Us {
  const uid = process.getuid?.() ?? -1;
  try {
    userInfo();
    return { uid, hasEntry: true };
  } catch {
    return { uid, hasEntry: false };
  }
}

function lookUp(): ServerUser {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return status === 0 ? Number.parseInt(stdout, 10) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
