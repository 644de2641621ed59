import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fail, ok, type Result } from "@/lib/result";
import type { ServerPlace } from "./server-place";

/** The server's password, in a file that only we can read; made at random for a new database. */
export function serverPassword({ passwordFile, data }: ServerPlace): Result<string> {
  if (!existsSync(passwordFile)) {
    if (existsSync(data)) {
      return fail(
        "password-missing",
        `There is a database in ${data}, but not its password in ${passwordFile}.`,
        "Put that file back, or move the database's folder aside to start with an empty one.",
      );
    }
    try {
      writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (cause) {
      // Another command made it at the same moment: its password is the one.
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
  return ok(readFileSync(passwordFile, "utf8").trim());
}
