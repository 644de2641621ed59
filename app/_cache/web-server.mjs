import { parseArgs } from "node:util";
import next from "next";
import { answerFinished } from "./finished-answers.mjs";
import { withPageStatus } from "./page-status.mjs";
import { createSiteServer } from "./site-server.mjs";

/**
 * The web server: Next's, with finished pages answered before it.
 *
 *     node app/_cache/web-server.mjs --hostname 127.0.0.1 --port 3000
 */
const { values } = parseArgs({ options: { hostname: { type: "string" }, port: { type: "string" } } });
const hostname = values.hostname ?? "127.0.0.1";
const port = Number(values.port ?? 3000);

const app = next({ dev: false, dir: process.cwd(), hostname, port });
await app.prepare();
const server = createSiteServer(answerFinished(withPageStatus(app.getRequestHandler())));
server.on("error", (error) => {
  console.error(`The web server cannot listen on ${hostname}, port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname);

let ending = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    // Answers under way are finished; then nothing is left that would keep the process.
    server.close(() => void app.close().finally(() => process.exit(0)));
    server.closeIdleConnections();
  });
