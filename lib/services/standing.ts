import type { Standing } from "@/db/transaction";

/** The database's side of "this organisation's own": row-level security shows nothing else. */
export const own = (organisation: string): Standing => ({
  role: "muster_intake",
  organisations: [organisation],
});
