import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ledger, writeLedger } from "@/db/queries/ledger";
import { inTransaction } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { ok, type Result } from "@/lib/result";
import { record } from "../record";
import type { Site } from "../site";
import type { CollectionToLoad } from "./sample-to-load";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The file `data/sample/ledger.json`: the decisions behind the sample's releases, and of which files they are. */
const FILE = z.object({
  about: z.array(z.string()),
  /** SHA-256 of the key that its cells are drawn with: the demonstration's public one. */
  key: sha256,
  /** SHA-256 of what each collection was sent, by census. */
  inputs: z.record(z.string(), sha256),
  /** Decisions that say more than every cell's first drawing: withheld at which censuses, drawn how often. */
  entries: z.array(
    z.object({ ident: z.string(), draws: z.number().int().min(0), withheld: z.array(z.string()) }),
  ),
});

export type SampleLedger = z.infer<typeof FILE>;

export const ledgerPath = (project: string): string => join(project, "data", "sample", "ledger.json");

/** Reads the committed ledger. A file that is none is a bug of the project. */
export const readSampleLedger = async (project: string): Promise<SampleLedger> =>
  FILE.parse(JSON.parse(await readFile(ledgerPath(project), "utf8")));

const ABOUT = [
  "The disclosure ledger of the sample nation's releases. Everything behind them is invented, and the key is public.",
  "Unaudited: no attack has been run on these releases, so it holds no redrawn and no withheld cell.",
  "A cell that is not listed is drawn once and withheld nowhere. Listed are the categories that are merged for good.",
  "It holds for the files whose SHA-256 are under inputs. For others the first run decides anew, and says so.",
];

/** SHA-256 of everything that a collection is sent: who is asked, what each answers, every byte of every file. */
export function inputHash({ census, status, organisations, answers }: CollectionToLoad): string {
  const hash = createHash("sha256");
  hash.update(`${census} ${status} ${organisations.join(" ")}\n`);
  for (const answer of answers) {
    if (answer.kind === "nil")
      hash.update(`${answer.organisation} nil ${answer.reason} ${answer.servedBy ?? ""}\n`);
    else
      for (const { part, serviceUnit, name, bytes } of answer.files()) {
        hash.update(`${answer.organisation} ${part} ${serviceUnit} ${name} ${bytes.length}\n`);
        hash.update(bytes);
      }
  }
  return hash.digest("hex");
}

type Keyed = Pick<Site, "disclosureKey">;

const keyHash = (site: Keyed): string => createHash("sha256").update(site.disclosureKey(true)).digest("hex");

/** Whether a ledger is of these files, drawn with this site's key. */
export const isLedgerOf = (
  site: Keyed,
  committed: SampleLedger,
  collections: readonly CollectionToLoad[],
): boolean =>
  committed.key === keyHash(site) &&
  Object.keys(committed.inputs).length === collections.length &&
  collections.every((collection) => committed.inputs[collection.census] === inputHash(collection));

/**
 * Enters a ledger's decisions for a collection that is open and has no release yet: the first one that is entered brings
 * what holds for all of them.
 */
export async function enterSampleLedger(
  site: Site,
  viewer: Viewer,
  { entries, census }: Pick<SampleLedger, "entries"> & { census: string },
): Promise<Result<null>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  const given = entries.map(({ ident, draws, withheld }) => ({
    ident,
    draws,
    withheld: withheld.includes(census),
    firstRelease: 1,
  }));
  return inTransaction(site.pool, { role: "muster_build" }, async (transaction) => {
    await writeLedger(transaction, census, given);
    await record(transaction, viewer, {
      verb: "ledger.entered",
      subject: census,
      detail: { entries: given.length },
    });
    return ok(null);
  });
}

/** The ledger that the database holds once the sample is loaded, as the text of a file like the committed one. */
export async function sampleLedgerText(
  site: Site,
  collections: readonly CollectionToLoad[],
): Promise<string> {
  const entries = new Map<string, SampleLedger["entries"][number]>();
  await inTransaction(site.pool, { role: "muster_build" }, async (reader) => {
    for (const { census } of collections)
      for (const { ident, draws, withheld } of await ledger(reader, census)) {
        const entry = entries.get(ident) ?? { ident, draws, withheld: [] };
        entries.set(ident, { ...entry, withheld: [...entry.withheld, ...(withheld ? [census] : [])] });
      }
  });
  const made: SampleLedger = {
    about: ABOUT,
    key: keyHash(site),
    inputs: Object.fromEntries(collections.map((collection) => [collection.census, inputHash(collection)])),
    entries: [...entries.values()].filter(
      ({ ident, draws, withheld }) => draws > 0 || withheld.length > 0 || ident.startsWith("merge|"),
    ),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}
