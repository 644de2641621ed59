import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";
import { isAlive } from "./postmaster-file";
import { runProgram } from "./run-program";
import type { ServerPlace } from "./server-place";
import { serverProblem } from "./server-problem";

/** The settings of ours, in a file of their own that postgresql.conf includes and that each start writes anew. */
export const settingsFile = "muster.conf";

/** The superuser's name: it makes the owner and the database, and nothing else uses it. */
export const superuser = "postgres";

/**
 * Makes the data directory, unless it is there and of this PostgreSQL's major version. It is made under another name
 * and appears under its own only when complete, so a start that was killed leaves nothing half-made behind.
 */
export async function createData(place: ServerPlace, password: string): Promise<Result<void>> {
  if (existsSync(place.data)) return checkVersion(place);
  removeUnfinished(place.directory);
  const making = join(place.directory, `${unfinished}${process.pid}-${randomBytes(4).toString("hex")}`);
  const passwordCopy = `${making}.password`;
  writeFileSync(passwordCopy, `${password}\n`, { mode: 0o600 });
  if (place.user) chownSync(passwordCopy, place.user.uid, place.user.gid);
  try {
    const { code, output } = await runProgram(place, "initdb", [
      `--pgdata=${making}`,
      `--username=${superuser}`,
      `--pwfile=${passwordCopy}`,
      "--auth=scram-sha-256",
      // Without these the machine's locale decides, and it can be SQL_ASCII.
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      // A power cut during the making costs nothing: it is made anew.
      "--no-sync",
    ]);
    if (code !== 0) return serverProblem(output, place);
    appendFileSync(join(making, "postgresql.conf"), `\ninclude_if_exists = '${settingsFile}'\n`);
    try {
      renameSync(making, place.data);
    } catch (cause) {
      // Another command made one at the same moment: that one is used.
      if (!existsSync(place.data)) throw cause;
    }
    return ok(undefined);
  } finally {
    rmSync(passwordCopy, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

const unfinished = "making-";

/** What makers that are no more left half-made. */
function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    const maker = name.startsWith(unfinished)
      ? Number.parseInt(name.slice(unfinished.length), 10)
      : undefined;
    if (maker && !isAlive(maker)) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function checkVersion({ data, binaries }: ServerPlace): Result<void> {
  const ours = binaries.version.split(".")[0];
  let found: string;
  try {
    found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  } catch {
    return fail(
      "not-a-database",
      `${data} is no database of PostgreSQL.`,
      "Move that folder aside and start again.",
    );
  }
  if (found === ours) return ok(undefined);
  return fail(
    "other-version",
    `The database in ${data} was made by PostgreSQL ${found}, and this Muster comes with ${ours}.`,
    `Move that folder aside to start with an empty database, or open it with PostgreSQL ${found} and set DATABASE_URL.`,
  );
}
