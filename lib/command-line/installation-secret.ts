import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";

const shortest = 32;

/** The installation's one secret: MUSTER_SECRET, else the file `secret` of the state directory, made at random at first. */
export function installationSecret(state: string, given = process.env.MUSTER_SECRET): Result<string> {
  const file = join(state, "secret");
  if (given) return checkLength(given, "MUSTER_SECRET");
  try {
    if (!existsSync(file)) {
      mkdirSync(state, { recursive: true });
      try {
        writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
      } catch (cause) {
        // Another command made it at the same moment: its secret is the one.
        if ((cause as NodeJS.ErrnoException).code !== "EEXIST") {
          // A full disk leaves an empty file.
          rmSync(file, { force: true });
          throw cause;
        }
      }
    }
    return checkLength(readFileSync(file, "utf8").trim(), file);
  } catch (cause) {
    return closedState(cause as NodeJS.ErrnoException, state);
  }
}

/** A state directory that cannot be written or read, in one sentence; anything else is a bug. */
function closedState(cause: NodeJS.ErrnoException, state: string): Result<never> {
  if (cause.code === "ENOSPC" || cause.code === "EDQUOT")
    return fail("disk-full", `The disk of ${state} is full.`, "Free about 1 GB and start again.");
  if (!["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(cause.code ?? "")) throw cause;
  return fail(
    "state-closed",
    `This user may not write in ${state} (${cause.message}).`,
    "Run Muster as the folder's owner, or set MUSTER_STATE to a folder of yours.",
  );
}

function checkLength(secret: string, source: string): Result<string> {
  if (secret.length >= shortest) return ok(secret);
  return fail(
    "secret-too-short",
    `The secret in ${source} has ${secret.length} characters, which can be guessed.`,
    `Give it at least ${shortest} at random, for instance from \`openssl rand -base64 32\`.`,
  );
}
