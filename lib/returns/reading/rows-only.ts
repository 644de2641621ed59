import type { Part } from "../part";
import { type Refusal, refusal } from "../refusals";
import type { RepairLog } from "../repairs";
import { matchHeaders } from "./match-headers";
import type { RecordSink } from "./records";

/** Without a value in this column, a last row that begins with “Total” is a total. */
const KIND_COLUMN: Partial<Record<Part["name"], string>> = { workforce: "role", devices: "category" };

/**
 * Lets through the records that are rows: leaves out blank ones and a last one that is a total, counts the rest, and
 * refuses too many.
 */
export function createRowsOnly(
  part: Part,
  headers: readonly string[],
  next: RecordSink,
  repairs: RepairLog,
  most: number,
) {
  const kind = matchHeaders(part, headers).columns.findIndex(
    (column) => column?.name === KIND_COLUMN[part.name],
  );
  let count = 0;
  let total: Parameters<RecordSink> | null = null;

  const pass: RecordSink = (cells, line, flaw) => {
    count++;
    return count > most ? refusal("too-many-rows") : next(cells, line, flaw);
  };

  const take: RecordSink = (cells, line, flaw) => {
    const first = cells[0] ?? "";
    const filled = first.trim() === "" ? cells.find((cell) => cell.trim() !== "") : first;
    if (filled === undefined) {
      repairs.add("blank-rows");
      return null;
    }
    if (total) {
      const before = total;
      total = null;
      const refused = pass(...before);
      if (refused) return refused;
    }
    const start = filled.charCodeAt(0) | 32;
    if ((start === 116 || start === 32) && /^\s*total/i.test(filled) && !cells[kind]?.trim()) {
      total = [cells, line, flaw];
      return null;
    }
    return pass(cells, line, flaw);
  };

  return {
    take,
    count: (): number => count,
    end(): Refusal | null {
      if (total) repairs.add("total-row");
      return null;
    },
  };
}
