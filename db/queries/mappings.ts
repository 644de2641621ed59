import type { Mapping } from "@/lib/returns/mapping/mapping";
import type { Reader, Transaction } from "../transaction";

export type MappingVersion = Mapping & { version: number };

/** What an organisation's own words mean now; null where it has said nothing of them. */
export async function newestMapping(reader: Reader, organisation: string): Promise<MappingVersion | null> {
  const rows = await reader.rows<MappingVersion>(
    "SELECT version, headers, values FROM intake.mapping WHERE organisation = $1 ORDER BY version DESC LIMIT 1",
    [organisation],
  );
  return rows[0] ?? null;
}

/** The version by which a file was read. */
export async function mappingAt(
  reader: Reader,
  organisation: string,
  version: number,
): Promise<MappingVersion | null> {
  const rows = await reader.rows<MappingVersion>(
    "SELECT version, headers, values FROM intake.mapping WHERE organisation = $1 AND version = $2",
    [organisation, version],
  );
  return rows[0] ?? null;
}

export async function insertMapping(
  transaction: Transaction,
  {
    organisation,
    version,
    headers,
    values,
    madeBy,
  }: MappingVersion & { organisation: string; madeBy: string | null },
): Promise<void> {
  await transaction.rows(
    "INSERT INTO intake.mapping (organisation, version, headers, values, made_by) VALUES ($1, $2, $3, $4, $5)",
    [organisation, version, JSON.stringify(headers), JSON.stringify(values), madeBy],
  );
}
