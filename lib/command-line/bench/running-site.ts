import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { startChild } from "../child-process";
import { projectDirectory } from "../project-directory";
import { LOADED, LOADING } from "../start";

/** A whole installation, started as a user starts it, with a state folder of its own. */
export type RunningSite = {
  url: string;
  /** From the command to the line that says where the site is. */
  startSeconds: number;
  /** Resolves once nothing of the sample is loaded any more behind the site that is up. */
  loaded(): Promise<void>;
  stop(): Promise<void>;
};

const patienceMilliseconds = 10 * 60_000;

/** Runs `muster start` on a state folder, with further settings where given, and waits until it serves. */
export async function startSite(
  stateFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSite> {
  const project = projectDirectory();
  const port = await freePort();
  const began = performance.now();
  const { DATABASE_URL, MUSTER_APP_URL, MUSTER_URL, MUSTER_HOST, ...environment } = process.env;
  const child = startChild({
    name: "site",
    project,
    program: join(project, "lib", "command-line", "muster.mjs"),
    args: ["start"],
    environment: { ...environment, ...settings, MUSTER_STATE: stateFolder, PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!child.said().includes("Muster is at")) {
    const ended = await Promise.race([child.ended, pause(10)]);
    if (ended !== undefined) throw new Error(`The site ended while it started (${ended}):\n${child.said()}`);
    if (performance.now() - began > patienceMilliseconds) {
      await child.stop();
      throw new Error(`The site did not start in ten minutes:\n${child.said()}`);
    }
  }
  const startSeconds = (performance.now() - began) / 1000;
  const loaded = async () => {
    // What is said of the loading comes right after the address.
    await pause(1000);
    while (child.said().includes(LOADING) && !child.said().includes(LOADED)) {
      const ended = await Promise.race([child.ended, pause(200)]);
      if (ended !== undefined) throw new Error(`The site ended while it loaded (${ended}):\n${child.said()}`);
    }
  };
  return { url, startSeconds, loaded, stop: child.stop };
}

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
