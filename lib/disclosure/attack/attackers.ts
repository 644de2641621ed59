import type { Interval } from "../interval";
import type { BlockModel } from "./block-model";
import type { Solver } from "./open-solver";
import { FREE } from "./statement";

/**
 * Who attacks. `P` the public; `F` somebody who knows all organisations of a board but this one, in total; `M` a member,
 * who sees all levels; `I` an organisation, which knows its own; `I+` the same after correcting its return until it
 * knows the cut point of every figure that it is in.
 */
export type Attacker = { kind: "P" | "M" } | { kind: "F" | "I" | "I+"; organisation: string };

/** Where what is known is another than a member's, which is what a block's model is laid with. */
type Changes = {
  columns: readonly (readonly [number, Interval])[];
  rows: readonly (readonly [number, Interval])[];
};

/** The columns of what somebody knows of some organisations' totals. */
export const totalsOf = (laid: BlockModel, organisations: readonly string[]): number[] =>
  organisations
    .flatMap((code) => laid.columnsOf(code))
    .filter((column) => laid.model.columns[column]?.name.endsWith("|all"));

/** @param board the organisations of the board of which `F` knows all but one */
function changesFor(attacker: Attacker, laid: BlockModel, board: readonly string[]): Changes {
  const asPublic = laid.membersOnly.map((row) => [row, FREE] as const);
  const exactly = (columns: readonly number[]): Changes["columns"] =>
    columns.map((column) => {
      const value = laid.truth[column] ?? Number.NaN;
      return [column, { low: value, high: value }] as const;
    });
  if (!("organisation" in attacker)) return { columns: [], rows: attacker.kind === "P" ? asPublic : [] };
  const { kind, organisation } = attacker;
  if (kind === "F") {
    const others = board.filter((code) => code !== organisation);
    return { columns: exactly(totalsOf(laid, others)), rows: asPublic };
  }
  const learnt = laid.figures
    .filter(({ members }) => kind === "I+" && members.has(organisation))
    .map(({ row, guessed }) => [row, guessed.learnt] as const);
  return { columns: exactly(laid.columnsOf(organisation)), rows: learnt };
}

/** Asks with an attacker's knowledge, and forgets it again. */
export function knowing<T>(
  laid: BlockModel,
  solver: Solver,
  attacker: Attacker,
  board: readonly string[],
  ask: () => T,
): T {
  const { columns, rows } = changesFor(attacker, laid, board);
  for (const [column, bounds] of columns) solver.boundColumn(column, bounds);
  for (const [row, bounds] of rows) solver.boundRow(row, bounds);
  try {
    return ask();
  } finally {
    for (const [column] of columns) solver.boundColumn(column, laid.model.columns[column] ?? FREE);
    for (const [row] of rows) solver.boundRow(row, laid.model.rows[row] ?? FREE);
  }
}
