import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";

const shortest = 32;

/** The installation's one secret: MUSTER_SECRET, else the file `secret` of the state directory, made at random at first. */
export function installationSecret(state: string, given = process.env.MUSTER_SECRET): Result<string> {
  const file = join(state, "secret");
  if (given) return checkLength(given, "MUSTER_SECRET");
  if (!existsSync(file)) {
    mkdirSync(state, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (cause) {
      // Another command made it at the same moment: its secret is the one.
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
  return checkLength(readFileSync(file, "utf8").trim(), file);
}

function checkLength(secret: string, source: string): Result<string> {
  if (secret.length >= shortest) return ok(secret);
  return fail(
    "secret-too-short",
    `The secret in ${source} has ${secret.length} characters, which can be guessed.`,
    `Give it at least ${shortest} at random, for instance from \`openssl rand -base64 32\`.`,
  );
}
