import { readSiteFacts } from "./site-facts";

export type Readiness = { ready: true; latestRelease: number | null } | { ready: false; reason: string };

/** Readiness by doing: a reading as the public, which needs the connection, the role and the migrated tables. */
export async function readReadiness(): Promise<Readiness> {
  try {
    const read = await readSiteFacts();
    return { ready: true, latestRelease: read?.value.latest?.number ?? null };
  } catch (error) {
    // The cause goes to the log; the answer tells an outsider no address and no table.
    console.error("not ready:", error);
    return { ready: false, reason: "The database does not answer, or has not been migrated." };
  }
}
