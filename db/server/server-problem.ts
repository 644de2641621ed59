import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { fail, type Problem } from "@/lib/result";

type Context = { data: string; log: string };

const causes: { pattern: RegExp; problem: (context: Context) => { ok: false; problem: Problem } }[] = [
  {
    pattern: /No space left on device|ENOSPC|Disk quota exceeded/i,
    problem: diskFull,
  },
  {
    pattern: /could not look up effective user ID|user does not exist/i,
    problem: () =>
      fail(
        "user-without-entry",
        "PostgreSQL cannot start as a user number that has no entry in /etc/passwd.",
        "Add an entry, run as another user, or set DATABASE_URL.",
      ),
  },
  {
    pattern: /database files are incompatible with server|initialized by PostgreSQL version/i,
    problem: ({ data }) =>
      fail(
        "other-version",
        `The database in ${data} was made by another version of PostgreSQL.`,
        "Move that folder aside to start with an empty database, or open it with its own version and set DATABASE_URL.",
      ),
  },
  {
    pattern:
      /could not create shared memory segment|could not map anonymous shared memory|Cannot allocate memory/i,
    problem: () =>
      fail(
        "no-memory",
        "There is not enough memory to start the database.",
        "Free about 300 MB and start again.",
      ),
  },
  {
    pattern: /error while loading shared libraries: (\S+)/i,
    problem: () =>
      fail(
        "library-missing",
        "The embedded PostgreSQL lacks a library of this system.",
        "Use a glibc-based Linux, macOS or Windows, or set DATABASE_URL to a PostgreSQL that you run yourself.",
      ),
  },
];

const leastFreeBytes = 64 * 1024 ** 2;

/** Whether the disk of a path has too little room for a server to run. */
export const isDiskFull = (path: string): boolean => freeBytes(path) < leastFreeBytes;

function diskFull({ data }: Context) {
  return fail(
    "disk-full",
    `The disk is full, so the database in ${data} cannot run.`,
    "Free about 1 GB and start again.",
  );
}

/** Free space where a path is or would be. */
function freeBytes(path: string): number {
  if (!existsSync(path)) return freeBytes(dirname(path));
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** One sentence for what usually keeps a server from starting, from what its programs and its log said. */
export function serverProblem(output: string, context: Context): { ok: false; problem: Problem } {
  const known = causes.find(({ pattern }) => pattern.test(output));
  if (known) return known.problem(context);
  // Without room some of its programs are ended by a signal, and say nothing of why.
  if (isDiskFull(context.data)) return diskFull(context);
  const last = output.trim().split("\n").at(-1) ?? "";
  return fail(
    "server-failed",
    `The embedded database in ${context.data} did not start: ${last ? last.replace(/\.?$/, ".") : "it said nothing."}`,
    `Its log is ${context.log}; mend what it says, or set DATABASE_URL to a PostgreSQL that you run yourself.`,
  );
}
