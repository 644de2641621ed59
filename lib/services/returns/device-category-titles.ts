import { deviceCategories } from "@/db/queries/reference";
import { inTransaction } from "@/db/transaction";
import type { Site } from "../site";

/** The device categories, code to title, which everyone may know. */
export const deviceCategoryTitles = async (site: Site): Promise<ReadonlyMap<string, string>> => {
  const categories = await inTransaction(site.pool, { role: "muster_public" }, deviceCategories);
  return new Map(categories.map(({ code, title }) => [code, title]));
};
