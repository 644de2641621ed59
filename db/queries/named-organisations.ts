import type { Reader } from "../transaction";

export type Named = { host: string; organisation: string; part: string };

/** The other organisations that the rows of the given files speak for: employers of staff, owners of devices and work. */
export const namedOrganisations = (reader: Reader, parts: readonly string[]): Promise<Named[]> =>
  reader.rows<Named>(
    `SELECT DISTINCT organisation_code AS host, named AS organisation, part FROM (
       SELECT organisation_code, employer_organisation_code AS named, 'workforce' AS part FROM intake.workforce_row
       WHERE part_id = ANY($1::uuid[])
       UNION ALL SELECT organisation_code, owner_organisation_code, 'devices' FROM intake.devices_row WHERE part_id = ANY($1::uuid[])
       UNION ALL SELECT organisation_code, owner_organisation_code, 'assets' FROM intake.assets_row WHERE part_id = ANY($1::uuid[])
       UNION ALL SELECT organisation_code, owner_organisation_code, 'activities' FROM intake.activities_row WHERE part_id = ANY($1::uuid[])
     ) line WHERE named IS NOT NULL AND named <> organisation_code ORDER BY 1, 2, 3`,
    [parts],
  );

/** Those of them whom the collection of this census did not ask. */
export async function namedOutsideFrame(
  reader: Reader,
  census: string,
  parts: readonly string[],
): Promise<Named[]> {
  const named = await namedOrganisations(reader, parts);
  const asked = await reader.rows<{ organisation: string }>(
    "SELECT organisation FROM reference.frame WHERE census = $1 AND organisation = ANY($2)",
    [census, named.map(({ organisation }) => organisation)],
  );
  const inFrame = new Set(asked.map(({ organisation }) => organisation));
  return named.filter(({ organisation }) => !inFrame.has(organisation));
}
