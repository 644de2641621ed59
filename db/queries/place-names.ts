import type { Reader } from "../transaction";

/** The names now in force of the codes given; a code that no place has is left out. */
export async function placeNamesOf(reader: Reader, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.rows<{ code: string; name: string }>(
    "SELECT code, name FROM reference.place WHERE code = ANY($1)",
    [codes],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
