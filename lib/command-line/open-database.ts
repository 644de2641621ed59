import { reachServer } from "@/db/server/given-server";
import { openServer } from "@/db/server/open-server";
import { ok, type Result } from "@/lib/result";

export type Database = {
  ownerUrl: string;
  embedded: boolean;
  /** Where an embedded server keeps its data. */
  directory?: string;
  /** Ends when the embedded server does; never for a server of someone else's. */
  closed: Promise<void>;
  stop(): Promise<void>;
};

/** The server that DATABASE_URL names, else the embedded one. */
export async function openDatabase(
  state: string,
  given = process.env.DATABASE_URL,
): Promise<Result<Database>> {
  if (given) {
    const reached = await reachServer(given);
    if (!reached.ok) return reached;
    return ok({ ownerUrl: given, embedded: false, closed: new Promise(() => {}), stop: async () => {} });
  }
  const opened = await openServer({ stateDirectory: state });
  if (!opened.ok) return opened;
  const { ownerUrl, directory, closed, stop } = opened.value;
  return ok({ ownerUrl, embedded: true, directory, closed, stop });
}
