import type { PartName } from "../part";
import type { Severity, Verdict } from "../report";

/** What is known of each file of a return once it has been judged by itself. */
export type JudgedFile = {
  file: string;
  part: PartName;
  unit: string | null;
  verdict: Verdict;
  rows: number;
};

/** A check over the parts of a return together. */
export type ReturnCheck = {
  code: string;
  severity: Severity;
  scope: "return";
  title: string;
  why: string;
  mend: string;
  /** What is wrong, and with which part; null when nothing is. */
  find: (files: readonly JudgedFile[]) => { part: PartName; message: string } | null;
};

/** The checks over the parts together; each new one is an object here, or a file beside this. */
export const RETURN_CHECKS: readonly ReturnCheck[] = [
  {
    code: "no-workforce",
    severity: "error",
    scope: "return",
    title: "The workforce part is missing",
    why: "It is the one part that every return needs; without it nothing can be said of the staff.",
    mend: "Add workforce.csv. If you employ nobody, send a nil return instead.",
    find: (files) =>
      files.some(({ part }) => part === "workforce")
        ? null
        : { part: "workforce", message: "The return has no workforce part." },
  },
];
