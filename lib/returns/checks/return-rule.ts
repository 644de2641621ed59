import type { PartName } from "../part";
import type { Severity, Verdict } from "../report";
import type { Lost, ReturnSums } from "../return-sums";
import type { ExampleLine } from "./rule";

/** What is known of each file of a return once it has been judged by itself. */
export type JudgedFile = {
  file: string;
  part: PartName;
  unit: string | null;
  verdict: Verdict;
  rows: number;
};

/** The files of a small return, each as changes to clean lines of its part; with last year's, where a rule asks for it. */
export type ExampleReturn = {
  files: readonly { part: PartName; lines: readonly ExampleLine[] }[];
  lastYear?: ExampleReturn["files"];
};

/** What a check over a whole return may know: its files as judged, what they come to, and what last year's came to. */
export type WholeReturn = {
  files: readonly JudgedFile[];
  sums: ReturnSums;
  /** Null where there was no approved return at the census before, or it is not at hand. */
  lastYear: ReturnSums | null;
  /** Of last year's single devices, which the database matches where it holds them; null where they are not at hand. */
  assetsLost: Lost | null;
};

/** A check over the parts of a return together, or against last year's. */
export type ReturnCheck = {
  code: string;
  severity: Severity;
  scope: "return" | "last-year";
  /** The parts that it reads: while a file of them has errors, their sums say nothing and it is not asked. */
  parts: readonly PartName[];
  title: string;
  why: string;
  mend: string;
  example: { trips: ExampleReturn; passes: ExampleReturn };
  /** What is wrong, and with which part; null when nothing is. */
  find: (whole: WholeReturn) => { part: PartName; message: string } | null;
};
