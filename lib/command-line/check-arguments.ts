import { isIsoDate } from "@/lib/places/calendar-day";
import { fail, ok, type Result } from "@/lib/result";
import { PART_NAMES, type PartName } from "@/lib/returns/part";
import { readArguments } from "./read-arguments";

/** What `muster check` was asked: one file as a part, or all files of a folder. */
export type CheckArguments = {
  asked:
    | { kind: "file"; file: string; part: PartName }
    | { kind: "return"; folder: string; previous: string | null };
  organisation: string;
  census: string;
  json: boolean;
  rows: string | null;
  annotate: string | null;
  /** Where a workforce file goes with groups in place of people. */
  aggregate: string | null;
  mapping: string | null;
  keyFile: string | null;
};

const USAGE =
  "Use: muster check FILE --part PART --organisation CODE --census DATE [--json] [--rows OUT.json] [--annotate OUT.csv] [--aggregate OUT.csv] [--mapping FILE] [--key-file FILE], or muster check --return DIR --organisation CODE --census DATE [--previous DIR] [--json] [--mapping FILE] [--key-file FILE].";

const OPTIONS = {
  part: { type: "string" },
  return: { type: "string" },
  previous: { type: "string" },
  organisation: { type: "string" },
  census: { type: "string" },
  json: { type: "boolean" },
  rows: { type: "string" },
  annotate: { type: "string" },
  aggregate: { type: "string" },
  mapping: { type: "string" },
  "key-file": { type: "string" },
} as const;

/** Reads the arguments; a wrong one fails with a sentence. */
export function readCheckArguments(args: string[]): Result<CheckArguments> {
  const parsed = readArguments(args, OPTIONS, USAGE);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const wrong = (message: string) => fail("check-arguments", message, USAGE);
  if (!values.organisation) return wrong("--organisation is missing: whose file is it?");
  if (!values.census || !isIsoDate(values.census))
    return wrong("--census is missing or is no date such as 2026-03-31.");
  const rest = {
    organisation: values.organisation.trim().toUpperCase(),
    census: values.census,
    json: values.json ?? false,
    rows: values.rows ?? null,
    annotate: values.annotate ?? null,
    aggregate: values.aggregate ?? null,
    mapping: values.mapping ?? null,
    keyFile: values["key-file"] ?? null,
  };
  if (values.return !== undefined) {
    if (positionals.length > 0 || values.part)
      return wrong("Give either a FILE with --part, or --return DIR.");
    if (rest.rows || rest.annotate || rest.aggregate)
      return wrong("--rows, --annotate and --aggregate go with one FILE, not with --return.");
    return ok({
      asked: { kind: "return", folder: values.return, previous: values.previous ?? null },
      ...rest,
    });
  }
  if (values.previous !== undefined)
    return wrong("--previous goes with --return DIR: one file alone is not held against last year's.");
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return wrong("Give one FILE.");
  const part = PART_NAMES.find((name) => name === values.part);
  if (!part)
    return wrong(
      `--part is ${values.part ? `“${values.part}”` : "missing"}; it is one of ${PART_NAMES.join(", ")}.`,
    );
  if (rest.aggregate && part !== "workforce")
    return wrong(`--aggregate makes groups of people, and ${part} has none: it goes with --part workforce.`);
  return ok({ asked: { kind: "file", file, part }, ...rest });
}
