import { assetWork } from "@/db/queries/asset-work";
import { keepResult, keptResult } from "@/db/queries/worked-out";
import type { Reader, Transaction } from "@/db/transaction";
import type { Row } from "@/lib/returns/part";

/** The number stands for how devices are added up: where that changes, what was kept before is no longer read. */
const of = (organisation: string, partId: string) => ({
  organisation,
  what: "asset sums 1",
  files: [partId],
});

/** Keeps what a file of assets adds up to, as it was found while the file was read. */
export const keepAssetSums = (
  transaction: Transaction,
  { organisation, partId }: { organisation: string; partId: string },
  sums: readonly Row[],
): Promise<void> => keepResult(transaction, of(organisation, partId), sums);

/** What a file of assets adds up to, as it was kept; null where it was not, since it has very many kinds of devices. */
export const keptAssetSums = (
  reader: Reader,
  { organisation, partId }: { organisation: string; partId: string },
): Promise<Row[] | null> => keptResult<Row[]>(reader, of(organisation, partId));

/** What a received file of assets adds up to: as it was kept, else as the database adds it up. */
export const assetSums = async (
  reader: Reader,
  file: { organisation: string; partId: string },
): Promise<Row[]> => (await keptAssetSums(reader, file)) ?? (await assetWork(reader, [file.partId]));
