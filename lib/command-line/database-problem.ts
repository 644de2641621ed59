import { isDiskFull } from "@/db/server/server-problem";
import { ok, type Problem, type Result } from "@/lib/result";
import type { Database } from "./open-database";

type Sentences = { message: string; mend: string };

const full: Sentences = { message: "The database's disk is full", mend: "Free about 1 GB and start again." };

/** What a database of someone else's, or a full disk, may answer while we use it as its operator (SQLSTATE). */
const answers: Record<string, Sentences> = {
  "42501": {
    message: "The login of DATABASE_URL may not prepare the database",
    mend: "Give it the right to make roles (ALTER ROLE … CREATEROLE) and make it the database's owner.",
  },
  "53100": full,
  "53300": {
    message: "The database takes no more connections",
    mend: "Raise its max_connections, or end programs that use it.",
  },
};

const LOST: Sentences = {
  message: "The database went away while it was used",
  mend: "Look in its log for why, and start again.",
};

/** A server that stops, crashes or recovers (class 57P), and a connection that ends under us. */
const isLost = (code: string | undefined, message: string) =>
  /^57P0[1-3]$|^ECONN(REFUSED|RESET)$|^EPIPE$|^08/.test(code ?? "") ||
  /Connection terminated|connection error and is not queryable/i.test(message);

/**
 * What went wrong in using a database, if it is for its keeper to mend; anything else is a bug, and thrown.
 * `directory` is where an embedded server keeps its data: without room there it ends without a word.
 */
export function databaseProblem(cause: unknown, directory?: string): Problem {
  for (let error = cause; error instanceof Error; error = error.cause) {
    const { code, message } = error as Error & { code?: string };
    const lost = isLost(code, message);
    const known =
      lost && directory !== undefined && isDiskFull(directory) ? full : lost ? LOST : answers[code ?? ""];
    if (known)
      return {
        code: `database-${lost ? "lost" : code}`,
        message: `${known.message} (${message.replace(/\.$/, "")}).`,
        mend: known.mend,
      };
  }
  throw cause;
}

/** The result of using a database: what its keeper can mend is a problem, a bug is thrown. */
export const using = <T>({ directory }: Pick<Database, "directory">, work: Promise<T>): Promise<Result<T>> =>
  work.then(ok, (cause) => ({ ok: false as const, problem: databaseProblem(cause, directory) }));
