import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/result";
import { type Child, startChild } from "./child-process";
import { type SiteSettings, siteEnvironment, workerEnvironment } from "./site-environment";

export type ServedSite = {
  /** Resolves with one sentence when a process of the site ends that was not asked to. */
  broken: Promise<string>;
  stop(): Promise<void>;
};

/** The web server alone, to be run by Node with `--hostname` and `--port`. */
export const webServerProgram = (project: string) => join(project, "app", "_cache", "web-server.mjs");

const patienceMilliseconds = 60_000;

/** Starts the web server, waits until it answers, and starts the worker, which nobody waits for. */
export async function serveSite(
  settings: SiteSettings,
  { host, port, signal }: { host: string; port: number; signal?: AbortSignal },
): Promise<Result<ServedSite>> {
  const { project } = settings;
  const web = startChild({
    name: "web server",
    project,
    program: webServerProgram(project),
    args: ["--hostname", host, "--port", String(port)],
    environment: siteEnvironment(settings),
  });
  const children = [web];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  // Asked to end while it is still coming up, it ends; what is left to do is the caller's.
  signal?.addEventListener("abort", stop, { once: true });
  const webEnds = describeEnd(web);
  const failure = await Promise.race([answers(`http://${forUrl(host)}:${port}/health`), webEnds]);
  if (failure !== undefined || signal?.aborted) {
    await stop();
    return fail("site-failed", failure ?? "The start was interrupted.");
  }
  const worker = startChild({
    name: "worker",
    project,
    program: join(project, "lib", "command-line", "muster.mjs"),
    args: ["worker"],
    environment: workerEnvironment(settings),
  });
  children.unshift(worker);
  for (const child of children) child.passOn();
  return ok({ broken: Promise.race([webEnds, describeEnd(worker)]), stop });
}

async function describeEnd(child: Child): Promise<string> {
  const how = await child.ended;
  return `${child.said().trim()}\nThe ${child.name} ended by itself (${how}); what it said last is above.`.trim();
}

/** An address that listens everywhere is asked on the loopback. */
function forUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Undefined once the address answers well; a sentence when it does not in time. */
async function answers(url: string): Promise<string | undefined> {
  const end = Date.now() + patienceMilliseconds;
  let last = "it never answered";
  while (Date.now() < end) {
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.ok) return undefined;
      last = `it answered with status ${response.status}`;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `The site did not come up at ${url} within a minute: ${last}.`;
}
