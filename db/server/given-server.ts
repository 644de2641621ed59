import { Client } from "pg";
import { fail, ok, type Result } from "@/lib/result";

/** Whether the server at an address of the operator's lets us in. */
export async function reachServer(url: string, name = "DATABASE_URL"): Promise<Result<void>> {
  if (!isAddress(url))
    return fail(
      "database-address",
      `What ${name} names is no address of a PostgreSQL database.`,
      `Write it as postgres://user:password@host:5432/name; or unset ${name} to use the embedded one.`,
    );
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
    return ok(undefined);
  } catch (cause) {
    return fail(
      "database-unreachable",
      `The database that ${name} names does not let us in (${reason(cause)}).`,
      `Check that it runs, and the address's user, password, host and name; or unset ${name} to use the embedded one.`,
    );
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** Anything else is taken for the name of a host by the driver. It may hold a password, so it is never repeated. */
function isAddress(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url) && URL.canParse(url);
}

/** A refused connection to a name with several addresses is an AggregateError with no message of its own. */
function reason(cause: unknown): string {
  const { message, code } = cause as NodeJS.ErrnoException;
  return message || code || String(cause);
}
