import { join } from "node:path";
import { poolOf } from "@/db/pool";
import { loadReferenceTables } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import { openCollection } from "@/lib/services/collections/open-collection";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import type { Site } from "@/lib/services/site";
import { projectDirectory } from "../project-directory";

/** In whose name the bench does what it measures. */
export const BENCH: Viewer = { kind: "operator", name: "bench" };

/** A database of the bench's own with the places given and one open collection, and a site on it that publishes nothing. */
export async function prepareBenchSite(
  ownerUrl: string,
  folder: string,
  of: { tables: ReferenceTables; census: string; organisations: readonly string[] },
): Promise<Site> {
  const applicationPassword = "bench only, on a server of its own";
  const appUrl = await prepareDatabase({ ownerUrl, applicationPassword, project: projectDirectory() });
  const site: Site = {
    pool: poolOf(appUrl),
    now: () => new Date(),
    disclosureKey: () => {
      throw new Error("The bench publishes nothing");
    },
    mail: { folder: join(folder, "mail") },
    url: null,
    demo: false,
    attemptKey: () => "nobody signs in",
  };
  await inTransaction(site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, of.tables),
  );
  const opened = await openCollection(site, BENCH, {
    census: of.census,
    title: "Bench",
    opens: of.census,
    closes: null,
    synthetic: true,
    organisations: of.organisations,
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  return site;
}
