import { CELL_RULES } from "./checks/cell-rules";
import type { Finding } from "./report";

/** A finding of one cell that can be corrected where it stands. */
export type CellFinding = Finding & { line: number; column: string; position: number };

/** Whether a finding is of one cell, and asks for another value in it. */
export const isOfOneCell = (finding: Finding): finding is CellFinding =>
  finding.severity !== "notice" &&
  finding.line !== null &&
  finding.column !== null &&
  finding.position !== null;

/** Rules that ask for what no other value of the cell alone can give, or whose files are not kept. */
const NOT_BY_VALUE = /^(?:personal-data|quote-|extra-cells)/;

/**
 * Whether a rule judges a cell by what it says and nothing else: then what is wrong in one cell is wrong in each that
 * says the same, and one value can mend them all.
 */
export const judgesTheValueAlone = (code: string): boolean => code in CELL_RULES && !NOT_BY_VALUE.test(code);
