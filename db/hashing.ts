import type { Reader } from "./transaction";

/** Room for some hundred thousand groups, in one query at a time. */
const ROOM = "64MB";

/**
 * Runs a query that groups very many rows into few. The planner expects many groups of several columns and sorts the
 * rows, over the disk; a hash of the groups takes a third of that. What comes after in the transaction is planned as ever.
 */
export async function byHashing<T>(reader: Reader, query: () => Promise<T>): Promise<T> {
  await reader.rows(`SELECT set_config('enable_sort', 'off', true), set_config('work_mem', '${ROOM}', true)`);
  const result = await query();
  await reader.rows("SET LOCAL enable_sort TO DEFAULT");
  await reader.rows("SET LOCAL work_mem TO DEFAULT");
  return result;
}
