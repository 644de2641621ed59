import { createServer } from "node:net";
import { fail, ok, type Result } from "@/lib/result";

/** The port to serve on: PORT, else 3000; refused if it is no port or another program listens on it. */
export async function portToServe(host: string, given = process.env.PORT): Promise<Result<number>> {
  const port = given === undefined || given === "" ? 3000 : Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    return fail(
      "port-invalid",
      `PORT is "${given}", which is no port.`,
      "Set PORT to a number from 1 to 65535.",
    );
  }
  const code = await tryListening(port, host);
  if (code === undefined) return ok(port);
  if (code === "EACCES") {
    return fail(
      "port-forbidden",
      `This user may not serve on port ${port}.`,
      "Set PORT to a number above 1023.",
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return fail(
      "host-invalid",
      `This machine has no address "${host}".`,
      "Set MUSTER_HOST to one that it has.",
    );
  }
  const other = port < 65535 ? port + 1 : 3000;
  return fail(
    "port-taken",
    `Port ${port} is taken by another program.`,
    `End that program, or set PORT to a free port (PORT=${other} npm start).`,
  );
}

/** Why one cannot listen there: the error's code, or undefined if one can. */
function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "EADDRINUSE"));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Whether the demonstration's people may sign in: where only this machine can reach the site, both by the address that it
 * listens on and by the one that browsers are said to find it at, and the database is the embedded one.
 */
export const demoAllowed = (embedded: boolean, host: string, url: string): boolean =>
  embedded &&
  isLoopback(host) &&
  URL.canParse(url) &&
  isLoopback(new URL(url).hostname.replace(/^\[(.*)\]$/, "$1"));

/** Whether only this machine can reach an address. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
