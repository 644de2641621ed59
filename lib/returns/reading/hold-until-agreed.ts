import type { CellReader } from "../cells/compile-cell";
import type { RecordSink } from "./records";

type Agreement = { position: number; agreement: NonNullable<CellReader["agreement"]> };

/** How much is held back while a column has not settled how it writes dates or decimals. */
const MOST_RECORDS = 20_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;

/**
 * Holds records back from the first cell that could be read in two ways until another cell of its column decides,
 * the file ends, or too much is held. Records go on in their order; most files hold nothing.
 */
export function createHold(agreements: readonly Agreement[], next: RecordSink) {
  let held: Parameters<RecordSink>[] = [];
  let characters = 0;
  const open = new Map<Agreement, string>();

  const release = () => {
    for (const { agreement } of open.keys()) agreement.settle();
    open.clear();
    const records = held;
    held = [];
    characters = 0;
    for (const record of records) {
      const refused = next(...record);
      if (refused) return refused;
    }
    return null;
  };

  const take: RecordSink = (cells, line, flaw) => {
    for (const each of agreements) {
      const raw = cells[each.position];
      if (raw === undefined || raw === "") continue;
      each.agreement.learn(raw);
      if (each.agreement.open(raw)) open.set(each, raw);
    }
    for (const [each, raw] of open) if (!each.agreement.open(raw)) open.delete(each);
    if (open.size === 0 && held.length === 0) return next(cells, line, flaw);
    held.push([cells, line, flaw]);
    for (const cell of cells) characters += cell.length;
    return open.size === 0 || held.length > MOST_RECORDS || characters > MOST_CHARACTERS ? release() : null;
  };

  return { take, end: release };
}
