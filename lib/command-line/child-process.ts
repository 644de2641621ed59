import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A process that lives no longer than we do. */
export type Child = {
  name: string;
  /** Resolves with how it ended, wanted or not. */
  ended: Promise<string>;
  /** What it has said so far on standard output and standard error, its last 16 kB. */
  said(): string;
  /** From now on what it says is passed on to our standard error. */
  passOn(): void;
  /** Asks it to end, and ends it after five seconds. */
  stop(): Promise<void>;
};

const patienceMilliseconds = 5000;

/** Starts a Node program that ends with us: asked to when we stop, by itself when we are killed. */
export function startChild(options: {
  name: string;
  project: string;
  program: string;
  args: string[];
  environment: NodeJS.ProcessEnv;
}): Child {
  const watcher = pathToFileURL(join(options.project, "lib", "command-line", "end-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", watcher, options.program, ...options.args], {
    cwd: options.project,
    env: options.environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Ctrl-C reaches the whole group of the terminal: the order of ending is ours to decide.
    detached: process.platform !== "win32",
  });
  let said = "";
  let passing = false;
  const hear = (chunk: Buffer) => {
    said = (said + chunk).slice(-16 * 1024);
    if (passing) process.stderr.write(chunk);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  return {
    name: options.name,
    ended,
    said: () => said,
    passOn: () => {
      passing = true;
    },
    stop: () => stopChild(child, ended),
  };
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds);
  await ended;
  clearTimeout(timer);
}
