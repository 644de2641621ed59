import type { CheckContext } from "../report";
import type { FileProblem, Rule } from "./rule";

/** Reports a problem under the code of one of the check's rules. */
export type ReportProblem = (code: string, problem: FileProblem) => void;

export type FileFinder<R> = {
  /** Sees every line once, in order. What it keeps must not grow with the words of the file. */
  row?: (row: R, line: number, report: ReportProblem) => void;
  /** Speaks when the file has been read. */
  end?: (report: ReportProblem) => void;
};

/** A check over all lines of a file; one pass may hold several rules. */
export type FileCheck<R> = {
  rules: readonly (Rule & { scope: "file" })[];
  reads: readonly (keyof R & string)[];
  /** Columns without which it has nothing to say. */
  needs?: readonly (keyof R & string)[];
  start: (context: CheckContext) => FileFinder<R>;
};
