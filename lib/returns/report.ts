import type { Mapping } from "./mapping/mapping";
import type { Row } from "./part";

export type Severity = "error" | "warning" | "notice";

/** One problem or repair in a file. */
export type Finding = {
  severity: Severity;
  /** Stable rule code, kebab-case. */
  code: string;
  /** Physical line on which the record starts (the first line is 1); null for a finding on the file. */
  line: number | null;
  /** Declared column name, or null. */
  column: string | null;
  /** The sender's own header. */
  header: string | null;
  /** 1-based position of the column in the sender's file. */
  position: number | null;
  /** The raw cell. */
  value: string | null;
  /** What is wrong, with the value shown. */
  message: string;
  /** How to mend it. */
  mend: string;
};

/** A repair made on the way in, once for each kind, with the number of cells or lines it touched. */
export type Repair = { code: string; message: string; count: number };

export type Verdict = "accepted" | "errors" | "refused";

/** What is said of one file. `refusal` is set exactly when the verdict is `refused`, and then nothing is stored. */
export type Report = {
  verdict: Verdict;
  /** Records read, before any summing. */
  rows: number;
  repairs: Repair[];
  refusal?: { code: string; message: string; mend: string };
  /** Findings on the file first, then by line; at most as many as were asked to be kept. */
  findings: Finding[];
  /** How often each rule was broken, all findings counted, whether kept or not. */
  counts: RuleCount[];
  /** The rules that judged the file. */
  ruleSet: string;
};

export type RuleCount = { code: string; severity: Severity; count: number };

/** An organisation's standing on a date, as the checks need it. */
export type OrganisationStanding =
  | { known: true; valid: true; name: string }
  | { known: true; valid: false; name: string; reason: string; successors: readonly string[] }
  | { known: false };

/** What a check may know beside the file. Values only: no clock, database or network. */
export type CheckContext = {
  /** The sender. */
  organisation: string;
  /** The collection's census date, ISO. */
  census: string;
  /** How a code stands on the census date. */
  standing: (code: string) => OrganisationStanding;
  /** Organisations served, from the profile; null while no profile has been sent. */
  served: readonly string[] | null;
  /** Device categories: code to title. */
  categories: ReadonlyMap<string, string>;
  /** What the sender's own words mean; without it, only the declared spellings do. */
  mapping?: Mapping;
  /**
   * Whether raw person keys are hashed here (browser, command line) or refused (server). `forThisRun`: the key was made
   * for the run, since none was given.
   */
  personKeys: "refuse-raw" | { hashWith: Uint8Array; forThisRun?: boolean };
};

/** Takes one row at a time. The same object is filled again for the next row: copy what you keep. */
export type RowSink = (row: Row, line: number) => void;
