import type { Problem } from "@/lib/result";

type Sentences = { message: string; mend: string };

/** What a database of someone else's, or a full disk, may answer when it is prepared (SQLSTATE). */
const answers: Record<string, Sentences> = {
  "42501": {
    message: "The login of DATABASE_URL may not prepare the database",
    mend: "Give it the right to make roles (ALTER ROLE … CREATEROLE) and make it the database's owner.",
  },
  "53100": {
    message: "The database's disk is full",
    mend: "Free about 1 GB and start again.",
  },
  "53300": {
    message: "The database takes no more connections",
    mend: "Raise its max_connections, or end programs that use it.",
  },
};

/** What went wrong in preparing a database, if it is for its keeper to mend; anything else is a bug, and thrown. */
export function databaseProblem(cause: unknown): Problem {
  for (let error = cause; error instanceof Error; error = error.cause) {
    const { code, message } = error as Error & { code?: string };
    const known = code === undefined ? undefined : answers[code];
    if (known)
      return { code: `database-${code}`, message: `${known.message} (${message}).`, mend: known.mend };
  }
  throw cause;
}
