import type { CheckContext } from "../report";
import type { Problem, Rule } from "./rule";

/** A check over one line. It may be skipped: when a cell that it reads was unreadable, or a column it needs is absent. */
export type RowCheck<R> = Rule & {
  scope: "row";
  /** The columns that it reads. */
  reads: readonly (keyof R & string)[];
  /** Columns without which it has nothing to say. */
  needs?: readonly (keyof R & string)[];
  find: (row: R, context: CheckContext) => Problem | null;
};
