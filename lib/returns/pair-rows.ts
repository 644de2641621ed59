import type { PartName, Row } from "./part";
import { rowKey } from "./row-keys";

/** A row with a key as one of two versions has it. */
export type RowOfSide = {
  isNow: boolean;
  line: number;
  /** The same for rows that are equal in all that is compared. */
  mark: string;
  /** False of a device that was out of use at its census already, which does not go missing. */
  here: boolean;
  row: Row;
};

/** A row that is not the same in both versions, as each has it. */
export type DifferentRow = {
  kind: "removed" | "changed" | "added";
  nowLine: number | null;
  beforeLine: number | null;
  now: Row | null;
  before: Row | null;
};

const KINDS: readonly DifferentRow["kind"][] = ["removed", "changed", "added"];

/**
 * Pairs the rows of each key: those that are equal first, which are the same, then the others in the order of their
 * lines. What is left over on either side is added or removed. Removed rows come first, then changed, then added, each in
 * the order of the lines.
 */
export function pairRows(part: PartName, rows: readonly RowOfSide[]): DifferentRow[] {
  const byKey = new Map<string, { now: RowOfSide[]; before: RowOfSide[] }>();
  for (const one of [...rows].sort((a, b) => a.line - b.line)) {
    const key = rowKey(part, one.row);
    if (key === null) continue;
    const sides = byKey.get(key) ?? { now: [], before: [] };
    sides[one.isNow ? "now" : "before"].push(one);
    byKey.set(key, sides);
  }
  const found = [...byKey.values()].flatMap(pairsOf);
  const lineOf = ({ nowLine, beforeLine }: DifferentRow) => nowLine ?? beforeLine ?? 0;
  return found.sort(
    (one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || lineOf(one) - lineOf(other),
  );
}

function pairsOf({ now, before }: { now: RowOfSide[]; before: RowOfSide[] }): DifferentRow[] {
  const left = [...before];
  const others = now.filter(({ mark }) => {
    const at = left.findIndex((one) => one.mark === mark);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  // A device that is out of use is the last to be paired, since only one in use goes missing.
  left.sort((one, other) => Number(other.here) - Number(one.here));
  const pairs = Array.from({ length: Math.max(others.length, left.length) }, (_, at) => [
    others[at],
    left[at],
  ]);
  return pairs.flatMap(([one, other]): DifferentRow[] =>
    !one && !other?.here
      ? []
      : [
          {
            kind: one && other ? "changed" : one ? "added" : "removed",
            nowLine: one?.line ?? null,
            beforeLine: other?.line ?? null,
            now: one?.row ?? null,
            before: other?.row ?? null,
          },
        ],
  );
}
