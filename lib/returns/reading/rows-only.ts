import type { RecordKind } from "../annotate";
import type { Column, Part } from "../part";
import { type Refusal, refusal } from "../refusals";
import type { RepairLog } from "../repairs";
import type { RecordSink } from "./records";

/** Without a value in this column, which every row of the part has, a last row that begins with “Total” is a total. */
const KIND_COLUMN: Readonly<Record<Part["name"], string>> = {
  workforce: "role",
  devices: "category",
  assets: "category",
  activities: "activity",
  flows: "role",
  profile: "census_date",
};

/**
 * Lets through the records that are rows: leaves out blank ones and a last one that is a total, counts the rest, and
 * refuses too many.
 */
export function createRowsOnly(
  part: Part,
  columns: readonly (Column | null)[],
  next: RecordSink,
  repairs: RepairLog,
  most: number,
  onRecord?: (cells: readonly string[], line: number, kind: RecordKind) => void,
) {
  const kind = columns.findIndex((column) => column?.name === KIND_COLUMN[part.name]);
  let count = 0;
  let total: Parameters<RecordSink> | null = null;
  /** Blank records after what may be the total, kept in order for whoever hears every record. */
  let after: Parameters<RecordSink>[] = [];
  const leaveOut = ([cells, line]: Parameters<RecordSink>) => onRecord?.(cells, line, "left-out");

  const pass: RecordSink = (cells, line, flaw) => {
    count++;
    onRecord?.(cells, line, "row");
    return count > most ? refusal("too-many-rows") : next(cells, line, flaw);
  };

  const take: RecordSink = (cells, line, flaw) => {
    const first = cells[0] ?? "";
    const filled = first.trim() === "" ? cells.find((cell) => cell.trim() !== "") : first;
    if (filled === undefined && flaw === null) {
      repairs.add("blank-rows");
      if (!total) leaveOut([cells, line, flaw]);
      else if (onRecord) after.push([cells, line, flaw]);
      return null;
    }
    if (total) {
      const refused = pass(...total);
      total = null;
      after.forEach(leaveOut);
      after = [];
      if (refused) return refused;
    }
    if (filled === undefined) return pass(cells, line, flaw);
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
      if (!total) return null;
      repairs.add("total-row");
      leaveOut(total);
      after.forEach(leaveOut);
      return null;
    },
  };
}
