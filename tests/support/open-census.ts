import { loadReferenceTables } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import { openCollection } from "@/lib/services/collections/open-collection";
import { receivePart, type UploadArgs } from "@/lib/services/returns/receive-part";
import { smallNation, textsFor } from "./sample-nation";
import { OPERATOR, type ServiceSite, serviceSite, value } from "./service-site";

export const CENSUS = "2026-03-31";
export const ORGANISATION = "ZS003";

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
  await inTransaction(at.site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, smallNation().tables),
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
  return {
    ...at,
    workforce: textsFor(ORGANISATION).workforce,
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
