import { checkFile, type FileSource } from "../check-file";
import { ruleOf } from "../checks/rules";
import { createUnknownWordLog, type UnknownWord } from "../mapping/unknown-words";
import type { PartName } from "../part";
import { PARTS } from "../parts";
import type { HeaderMatch } from "../reading/match-headers";
import { READ_BY_NO_CHECK } from "../repairs";
import type { CheckContext, Finding, Report, Severity } from "../report";

/** Findings shown at once, of a file; the rest are in the download. */
export const SHOWN_AT_ONCE = 1000;

/** What stands in a file's way, so that it is not sent: nothing of it would be kept. */
export type Obstacle = "refused" | "another-part" | "personal-data";

/** What a file came to before it was sent. */
export type JudgedFile = {
  part: PartName;
  /**
   * Of the file as it leaves, so without what is said of columns that stay here. Its findings are the first ones, errors
   * first; its counts are whole.
   */
  report: Report;
  obstacle: Obstacle | null;
  /** The rules that spoke, as people call them: by code. */
  titles: Readonly<Record<string, string>>;
  words: UnknownWord[];
  /** Cells of columns that are not ours, to show what is in them. */
  samples: Readonly<Record<string, readonly string[]>>;
  /** Headers of the columns that stay here. */
  unknownColumns: string[];
  /** Whether anything else than rows of declared columns stands in the file: columns, lines above the header, a total. */
  holdsMore: boolean;
  /** Whether it has a column of person keys, hashed or not. */
  keyColumn: boolean;
  /** Person keys that are not hashed yet. */
  rawKeys: boolean;
  /** Lines that stand for one person each. */
  people: number;
  /** Of a profile: whom it says is served. */
  served: readonly string[];
};

export type FileToJudge = {
  part: PartName;
  source: FileSource;
  context: CheckContext;
  onPiece?: (bytes: number) => Promise<void> | void;
};

const SAMPLES = 3;
const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

/** What is said of columns that do not leave: once they are left out, there is nothing to explain. */
const OF_WHAT_STAYS = new Set(["unknown-column", "blank-header"]);
const leaves = ({ code }: { code: string }) => !OF_WHAT_STAYS.has(code);

/** Judges a file as the server will, and sees what of it must stay with the sender. */
export async function judgeFile({ part, source, context, onPiece }: FileToJudge): Promise<JudgedFile> {
  const words = createUnknownWordLog(PARTS[part], context.mapping);
  let match: HeaderMatch | null = null;
  const samples: Record<string, string[]> = {};
  const served = new Set<string>();
  let people = 0;
  const report = await checkFile({
    part,
    source,
    context,
    onPiece,
    onFinding: words.hear,
    onHeader: (found) => {
      match = found;
      for (const position of found.unknown) samples[found.headers[position] ?? ""] = [];
    },
    onRecord: (cells, _, kind) => {
      if (kind === "row" && match) sample(match, cells, samples);
    },
    onRow: (row) => {
      if (row.line_type === "person") people++;
      if (part === "profile" && Array.isArray(row.organisations_served))
        for (const code of row.organisations_served) served.add(code);
    },
  });
  const header = match as HeaderMatch | null;
  const repaired = (...codes: string[]) => report.repairs.some(({ code }) => codes.includes(code));
  const found = (code: string) => report.counts.some((count) => count.code === code);
  const unknownColumns = header?.unknown.map((position) => header.headers[position] ?? "") ?? [];
  return {
    part,
    report: {
      ...report,
      counts: report.counts.filter(leaves),
      findings: firstOf(report.findings.filter(leaves)),
    },
    obstacle: obstacleOf(report),
    titles: Object.fromEntries(report.counts.map(({ code }) => [code, ruleOf(code)?.title ?? code])),
    words: words.words(),
    samples,
    unknownColumns,
    holdsMore:
      unknownColumns.length > 0 ||
      found("blank-header") ||
      found("extra-cells") ||
      repaired(...READ_BY_NO_CHECK),
    keyColumn: header?.columns.some((column) => column?.name === "person_key") ?? false,
    rawKeys: repaired("keys-hashed", "keys-hashed-for-the-run"),
    people,
    served: [...served],
  };
}

function sample({ headers, unknown }: HeaderMatch, cells: readonly string[], into: Record<string, string[]>) {
  for (const position of unknown) {
    const seen = into[headers[position] ?? ""];
    const cell = cells[position]?.trim() ?? "";
    if (seen && seen.length < SAMPLES && cell !== "" && !seen.includes(cell)) seen.push(` ${cell}`.slice(1));
  }
}

function obstacleOf({ verdict, counts }: Report): Obstacle | null {
  if (verdict === "refused") return "refused";
  if (counts.some(({ code }) => code === "another-part")) return "another-part";
  return counts.some(({ code }) => code.startsWith("personal-data")) ? "personal-data" : null;
}

/** Errors first, so that no notice keeps one from being seen. */
const firstOf = (findings: readonly Finding[]): Finding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(
    0,
    SHOWN_AT_ONCE,
  );
