import { readFileSync } from "node:fs";
import { loadReferenceTables } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import { sampleTables } from "@/lib/sample/organisations";
import { SAMPLE_SEED, sampleNation } from "@/lib/sample/sample-nation";
import { usualIntervals } from "@/lib/sample/usual-intervals";
import { openCollection } from "@/lib/services/collections/open-collection";
import { receivePart, type UploadArgs } from "@/lib/services/returns/receive-part";
import { OPERATOR, type ServiceSite, serviceSite, value } from "./service-site";

export const CENSUS = "2026-03-31";
export const ORGANISATION = "ZS001";

/** A site with one open collection that asks one organisation, and nothing received yet. */
export type OpenCensus = ServiceSite & {
  /** A workforce file of the organisation, without a finding. */
  workforce: string;
  send(text: string, more?: Partial<UploadArgs>): ReturnType<typeof receivePart>;
};

async function* pieces(text: string) {
  yield Buffer.from(text);
}

export async function openCensus(): Promise<OpenCensus> {
  const at = await serviceSite();
  const categories = readFileSync("data/reference/categories.csv", "utf8");
  const nation = sampleNation(SAMPLE_SEED, value(usualIntervals(categories)));
  await inTransaction(at.site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, sampleTables(nation.organisations)),
  );
  value(
    await openCollection(at.site, OPERATOR, {
      census: CENSUS,
      title: "Census",
      opens: CENSUS,
      closes: null,
      synthetic: true,
      organisations: [ORGANISATION],
    }),
  );
  const sent = nation.collections
    .at(-1)
    ?.returns.find(({ organisation }) => organisation.code === ORGANISATION);
  if (sent?.state !== "returned") throw new Error(`${ORGANISATION} sends no files`);
  return {
    ...at,
    workforce: sent.files.workforce,
    send: (text, more = {}) =>
      receivePart(at.site, OPERATOR, {
        organisation: ORGANISATION,
        census: CENSUS,
        part: "workforce",
        serviceUnit: "",
        fileName: "workforce.csv",
        source: pieces(text),
        declaredLength: null,
        ...more,
      }),
  };
}

/** The same file with nobody's age in it, which is warned of. */
export const warned = (text: string): string =>
  text.replace(/,(?:\d\d_\d\d|under_25|65_plus),/g, ",unknown,");
