import { joinReferenceTables, type ReferenceTables } from "@/lib/places/reference-tables";
import { NATION_SEED } from "@/lib/sample/nation/life";
import { nationOrganisations } from "@/lib/sample/nation/organisations";
import { nationTables } from "@/lib/sample/nation/places";

/**
 * Places with the fictional organisations of the sample nation among them, so that their files can be tried at the
 * command line. The small sample's forty are the nation's first.
 */
export const withSamplePlaces = (tables: ReferenceTables): ReferenceTables =>
  joinReferenceTables(tables, nationTables(nationOrganisations(NATION_SEED)));
