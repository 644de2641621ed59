import type { CellRuleCode } from "../checks/cell-rules";
import type { CellValue } from "../part";
import type { Refusal } from "../refusals";
import type { RepairCode } from "../repairs";
import type { CheckContext } from "../report";

/** What is wrong with a cell, by the code of a cell rule. */
export type CellProblem = { code: CellRuleCode; message: string; mend?: string };

/** What reading one cell came to. `value` is null where the cell is empty or could not be read. */
export type CellOutcome = {
  value: CellValue;
  repairs: readonly RepairCode[];
  problem: CellProblem | null;
  /** Whether the value is lost, so that checks which read it are not run. */
  unreadable: boolean;
  refusal?: (line: number) => Refusal;
};

/** What the readers of a file's cells share. */
export type CellSetting = {
  context: CheckContext;
  /** The twelve months to the census. */
  periodStart: string;
  freeText: "people" | "equipment";
  /** A file parted by semicolons may write a decimal comma. */
  decimalComma: boolean;
  hashPersonKey: ((raw: string) => string) | null;
};

export type ReadCell = (raw: string) => CellOutcome;

export const read = (
  value: CellValue,
  repairs: readonly RepairCode[] = [],
  problem: CellProblem | null = null,
): CellOutcome => ({
  value,
  repairs,
  problem,
  unreadable: false,
});

export const unreadable = (problem: CellProblem, repairs: readonly RepairCode[] = []): CellOutcome => ({
  value: null,
  repairs,
  problem,
  unreadable: true,
});
