import { fail, ok, type Problem, type Result } from "@/lib/result";
import { findBinaries } from "./binaries";
import { createData, superuser } from "./create-data";
import { isLastKeeper, type Keeper, keepServer } from "./keeper";
import { launchServer } from "./launch-server";
import { databaseName, ensureOwner, ownerName } from "./owner";
import { serverPassword } from "./password";
import { isAlive, readPostmaster, whoseProcess } from "./postmaster-file";
import { runProgram } from "./run-program";
import { type ServerPlace, serverPlace } from "./server-place";
import { serverProblem } from "./server-problem";
import { serverUser } from "./server-user";

export type OpenServer = {
  /** The database `muster` as its owner, who may migrate it; never given to the processes that serve requests. */
  ownerUrl: string;
  /** Whether it ran already, left by a killed process or used by another one. */
  adopted: boolean;
  /** The server's own folder: in the state directory, or elsewhere when its user cannot get there. */
  directory: string;
  data: string;
  log: string;
  /** Ends when the server does, wanted or not. */
  closed: Promise<void>;
  /** Lets go of the server, and stops it if nobody else uses it. */
  stop(): Promise<void>;
};

export type ServerOptions = {
  /** Where the data, the password and the log are kept. */
  stateDirectory: string;
  /** Off only where the data may be lost, as in tests. */
  fsync?: boolean;
};

/** Finds the embedded PostgreSQL of a state directory running, or makes and starts it. */
export async function openServer({
  stateDirectory,
  fsync = true,
}: ServerOptions): Promise<Result<OpenServer>> {
  const binaries = findBinaries();
  if (!binaries.ok) return binaries;
  const user = serverUser();
  if (!user.ok) return user;
  try {
    const place = serverPlace(stateDirectory, user.value, binaries.value);
    const password = serverPassword(place);
    if (!password.ok) return password;
    const found = await joinServer(place, password.value, fsync);
    if (!found.ok) return found;
    return ok(describe(place, password.value, found.value));
  } catch (cause) {
    return brokenDisk(cause, stateDirectory) ?? Promise.reject(cause);
  }
}

type Joined = { keeper: Keeper; port: number; adopted: boolean };

/** Until we hold on to a running server: wait for one that comes or goes, join one that is ready, start one if none is there. */
async function joinServer(place: ServerPlace, password: string, fsync: boolean): Promise<Result<Joined>> {
  const patience = Date.now() + 60_000;
  let adopted = true;
  while (Date.now() < patience) {
    const postmaster = readPostmaster(place.data);
    if (postmaster && whoseProcess(postmaster.pid, place.data) === "server") {
      const url = urlOf(superuser, password, postmaster.port, "postgres");
      const keeper = postmaster.ready ? await keepServer(url).catch(whyNot) : undefined;
      if (keeper === "password") return wrongPassword(place);
      if (keeper) {
        await ensureOwner(keeper.client, password);
        return ok({ keeper, port: postmaster.port, adopted });
      }
      await pause(100);
      continue;
    }
    adopted = false;
    const created = await createData(place, password);
    if (!created.ok) return created;
    const launched = await launchServer(place, { fsync });
    if (!launched.ok) return launched;
  }
  return fail(
    "server-silent",
    `The database in ${place.data} runs but does not let us in.`,
    `Its log is ${place.log}; end the process named in postmaster.pid and start again.`,
  );
}

/** A server that is starting or stopping lets nobody in, and is tried again; one with another password never will. */
function whyNot(cause: unknown): "password" | undefined {
  return (cause as { code?: string }).code === "28P01" ? "password" : undefined;
}

function wrongPassword({ data, passwordFile }: ServerPlace): Result<never> {
  return fail(
    "password-wrong",
    `The password in ${passwordFile} is not that of the database in ${data}.`,
    "Put the right file back, or end that server and move its folder aside to start with an empty database.",
  );
}

function describe(place: ServerPlace, password: string, { keeper, port, adopted }: Joined): OpenServer {
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    const pid = readPostmaster(place.data)?.pid;
    const alone = await isLastKeeper(keeper).catch(() => false);
    if (alone) {
      const { code, output } = await runProgram(place, "pg_ctl", [
        "stop",
        "--wait",
        "--silent",
        "--mode=fast",
        `--pgdata=${place.data}`,
      ]);
      if (code !== 0) throw new Error(serverProblem(output, place).problem.message);
      // The pid file goes a moment before the process does.
      for (let waits = 0; pid && isAlive(pid) && waits < 200; waits += 1) await pause(10);
    }
    await keeper.client.end().catch(() => undefined);
  };
  return {
    ownerUrl: urlOf(ownerName, password, port, databaseName),
    adopted,
    directory: place.directory,
    data: place.data,
    log: place.log,
    closed: keeper.closed,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const urlOf = (user: string, password: string, port: number, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

function brokenDisk(cause: unknown, stateDirectory: string): { ok: false; problem: Problem } | undefined {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOSPC" || code === "EDQUOT")
    return serverProblem("ENOSPC", { data: stateDirectory, log: "" });
  if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") return undefined;
  return fail(
    "state-closed",
    `This user may not write in ${stateDirectory} (${(cause as Error).message}).`,
    "Run Muster as the folder's owner, or set MUSTER_STATE to a folder of yours.",
  );
}
