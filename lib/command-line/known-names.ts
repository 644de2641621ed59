import { ok, type Result } from "@/lib/result";
import type { PlaceToProject } from "@/lib/scenarios/prepare-projection";
import type { KnownNames } from "@/lib/scenarios/unknown-names";
import { readStandardsFiles } from "@/lib/services/workload/standards-files";
import { projectDirectory } from "./project-directory";
import { readPlaceTables } from "./reference-files";
import { withSamplePlaces } from "./sample-tables";

/** What a scenario may name: the project's places and categories, and what is projected, which may be in no table. */
export async function knownNames(projected: readonly PlaceToProject[]): Promise<Result<KnownNames>> {
  const [tables, standards] = [await readPlaceTables(), await readStandardsFiles(projectDirectory())];
  if (!tables.ok) return tables;
  if (!standards.ok) return standards;
  return ok({
    places: new Set([
      ...withSamplePlaces(tables.value).places.map(({ code }) => code),
      ...projected.flatMap(({ code, within }) => [code, ...within]),
    ]),
    categories: new Set(standards.value.categories.keys()),
  });
}
