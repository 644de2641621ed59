import { Client } from "pg";
import { readEdition } from "./queries/published/edition";

const RECONNECT_MILLISECONDS = 500;

/**
 * Listens for publishes on one connection of its own and says the edition after each, and after every connect, since
 * a notification sent while the connection was down is lost. It never gives up and never keeps the process alive.
 */
export function listenForEditions(url: string, heard: (edition: number) => void): void {
  const connect = () => {
    const client = new Client({
      connectionString: url,
      keepAlive: true,
      application_name: "muster editions",
    });
    let ended = false;
    const again = () => {
      if (ended) return;
      ended = true;
      client.end().catch(() => {});
      setTimeout(connect, RECONNECT_MILLISECONDS).unref();
    };
    let reading = false;
    let outdated = false;
    // Notifications that come while an edition is being read ask for one more reading, not for one each.
    const read = async () => {
      outdated = true;
      if (reading) return;
      reading = true;
      try {
        while (outdated) {
          outdated = false;
          heard(await readEdition({ rows: async (sql) => (await client.query(sql)).rows }));
        }
      } catch {
        again();
      } finally {
        reading = false;
      }
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", () => void read());
    client
      .connect()
      .then(() => client.query("SET ROLE muster_public; LISTEN published"))
      .then(read, again);
  };
  connect();
}
