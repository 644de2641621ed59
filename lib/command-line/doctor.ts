import { existsSync, readFileSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Installation, inspectInstallation } from "@/db/queries/installation";
import { APPLICATION_LOGIN } from "@/db/roles";
import { findBinaries } from "@/db/server/binaries";
import { presentChromium } from "./find-chromium";
import { openDatabase } from "./open-database";
import { projectDirectory, stateDirectory } from "./project-directory";

/** One thing looked at: `mend` says what to do, and is there when something is wrong. */
type Sign = { about: string; found: string; mend?: string };

const leastFreeBytes = 1024 ** 3;

/** Looks an installation over, a line a thing, each that is wrong with its mend; exit code 1 if any is. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write("`muster doctor` takes no arguments.\n");
    return 2;
  }
  const state = stateDirectory();
  const signs = [node(), machine(), disk(state), chromium(), ...(await database(state))];
  for (const { about, found, mend } of signs) {
    process.stdout.write(
      `${mend ? "wrong" : "   ok"}  ${about.padEnd(16)} ${found}${mend ? `\n       ${mend}` : ""}\n`,
    );
  }
  return signs.some(({ mend }) => mend) ? 1 : 0;
}

function node(): Sign {
  return { about: "Node", found: process.versions.node };
}

function machine(): Sign {
  const found = `${process.platform} ${process.arch}`;
  const binaries = findBinaries();
  if (binaries.ok) return { about: "machine", found: `${found}, PostgreSQL ${binaries.value.version}` };
  if (process.env.DATABASE_URL) return { about: "machine", found };
  return { about: "machine", found: binaries.problem.message, mend: binaries.problem.mend };
}

function disk(state: string): Sign {
  let folder = state;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const found = `${state}, ${(free / 1024 ** 3).toFixed(1)} GB free`;
  if (free >= leastFreeBytes) return { about: "state directory", found };
  return {
    about: "state directory",
    found,
    mend: "Free some space: the database and a build need about 1 GB.",
  };
}

function chromium(): Sign {
  const found = presentChromium();
  if (!found) return { about: "Chromium", found: "none (only the browser tests need one)" };
  if (found.ok) return { about: "Chromium", found: found.value };
  return { about: "Chromium", found: found.problem.message, mend: found.problem.mend };
}

async function database(state: string): Promise<Sign[]> {
  if (!process.env.DATABASE_URL && !existsSync(join(state, "database-password"))) {
    return [{ about: "database", found: "none yet: `npm start` makes it" }];
  }
  const opened = await openDatabase(state);
  if (!opened.ok)
    return [{ about: "database", found: opened.problem.message, mend: opened.problem.mend ?? "" }];
  try {
    const installation = await inspectInstallation(opened.value.ownerUrl, APPLICATION_LOGIN);
    const kind = opened.value.embedded ? "embedded" : "of DATABASE_URL";
    return [
      server(installation, kind),
      migrations(installation),
      login(installation),
      policies(installation),
    ];
  } finally {
    await opened.value.stop();
  }
}

function server({ version, encoding }: Installation, kind: string): Sign {
  const found = `${kind}, PostgreSQL ${version}, ${encoding}`;
  if (encoding !== "UTF8")
    return { about: "database", found, mend: "Make the database anew with ENCODING 'UTF8'." };
  if (Number.parseInt(version, 10) < 16)
    return { about: "database", found, mend: "Muster needs PostgreSQL 16 or newer." };
  return { about: "database", found };
}

function migrations({ migrations: had }: Installation): Sign {
  const journal = join(projectDirectory(), "db", "migrations", "meta", "_journal.json");
  const wanted = JSON.parse(readFileSync(journal, "utf8")).entries.length as number;
  const found = `${had} of ${wanted}`;
  if (had === wanted) return { about: "migrations", found };
  if (had > wanted) {
    return {
      about: "migrations",
      found,
      mend: "A newer Muster has been here: use that one, or restore an older backup.",
    };
  }
  return { about: "migrations", found, mend: "Run `npx --no muster migrate`; `npm start` does so too." };
}

function login({ application }: Installation): Sign {
  const about = "application";
  if (!application) {
    return {
      about,
      found: `no login ${APPLICATION_LOGIN}`,
      mend: "Run `npx --no muster migrate`, which makes it.",
    };
  }
  const faults = [
    application.superuser && "is a superuser",
    application.bypassesPolicies && "bypasses row-level security",
    application.owner && "owns tables",
  ].filter(Boolean);
  if (faults.length === 0) return { about, found: `${APPLICATION_LOGIN} is neither owner nor superuser` };
  return {
    about,
    found: `${APPLICATION_LOGIN} ${faults.join(" and ")}`,
    mend: `Row-level security does not hold for it: take that right away (ALTER ROLE ${APPLICATION_LOGIN} …).`,
  };
}

function policies({ unguarded }: Installation): Sign {
  const about = "policies";
  if (unguarded.length === 0)
    return { about, found: "row-level security is forced on all of intake and shared" };
  return {
    about,
    found: `row-level security is not forced on ${unguarded.join(", ")}`,
    mend: "Run `npx --no muster migrate`; if it stays so, ALTER TABLE … FORCE ROW LEVEL SECURITY.",
  };
}
