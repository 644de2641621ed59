import { Pool } from "pg";
import { DEMO_KEY } from "@/lib/disclosure/demo-key";
import { receivePart } from "@/lib/services/returns/receive-part";
import { OPERATOR } from "./service-site";

/**
 * A process of its own that receives one file and kills itself, as by `kill -9`, just before the statement of the
 * number given: `node PROGRAM DATABASE-URL ORGANISATION CENSUS STATEMENT`, the file at its standard input. It ends with
 * 0 where the file was received in fewer statements.
 */
const [url, organisation = "", census = "", last] = process.argv.slice(2);
const pool = new Pool({ connectionString: url });
let statements = 0;
pool.on("connect", (client) => {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    if (++statements === Number(last)) process.kill(process.pid, "SIGKILL");
    return query(...given);
  }) as typeof client.query;
});
const received = await receivePart(
  {
    pool,
    now: () => new Date("2026-11-24T12:00:00Z"),
    disclosureKey: () => DEMO_KEY,
    mail: { folder: "unused" },
    url: null,
    demo: false,
    attemptKey: () => "a key of the tests",
  },
  OPERATOR,
  {
    organisation,
    census,
    part: "workforce",
    serviceUnit: "",
    fileName: "workforce.csv",
    source: process.stdin,
    declaredLength: null,
  },
);
await pool.end();
process.exit(received.ok ? 0 : 1);
