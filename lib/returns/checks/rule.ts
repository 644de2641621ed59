import type { PartName } from "../part";
import type { Severity } from "../report";

/** Cells of one line by header, as changes to a clean line of the part. */
export type ExampleLine = Readonly<Record<string, string>>;

/** A small file that shows a rule: lines, and headers left out of it. The tests are made from these. */
export type Example = {
  lines: readonly ExampleLine[];
  without?: readonly string[];
  /** The whole file as it stands, where cells cannot show the matter. */
  text?: string;
};

/** What every rule says of itself, for the catalogue, the findings page and the tests. */
export type Rule = {
  /** Stable, kebab-case; it may be cited. */
  code: string;
  severity: Severity;
  /** `cell` is judged where a cell is read, `row` over one line, `file` over all lines of a part. */
  scope: "cell" | "row" | "file";
  parts: readonly PartName[];
  title: string;
  why: string;
  /** How to mend it; a finding may say it more exactly. */
  mend: string;
  /** A file of this part that trips the rule, and one that does not. */
  example: { part: PartName; trips: Example; passes: Example };
};

/** What a check found. */
export type Problem = {
  /** The declared column that the finding points at. */
  column: string | null;
  message: string;
  mend?: string;
};

/** A finding of a check over the whole file, which may point at a line. */
export type FileProblem = Problem & {
  line?: number;
  value?: string | null;
  header?: string;
  position?: number;
};
