import { HEADER_RULES, type HeaderRuleCode } from "./checks/header-rules";
import type { FindingLog } from "./finding-log";
import type { Part, PartName } from "./part";
import type { HeaderMatch } from "./reading/match-headers";

type At = { column?: string; position?: number; headers?: readonly string[]; mend?: string };

const add = (
  findings: FindingLog,
  code: HeaderRuleCode,
  message: string,
  { column, position, headers, mend }: At = {},
) =>
  findings.add(code, HEADER_RULES[code].severity, () => ({
    line: null,
    column: column ?? null,
    header: position === undefined ? null : (headers?.[position] ?? null),
    position: position === undefined ? null : position + 1,
    value: position === undefined ? null : (headers?.[position] ?? null),
    message,
    mend: mend ?? HEADER_RULES[code].mend,
  }));

/** Says that a file is another part, and nothing else of it. */
export function reportAnotherPart(part: Part, other: PartName, findings: FindingLog): void {
  add(
    findings,
    "another-part",
    `The columns are those of the part \u201c${other}\u201d, not of \u201c${part.name}\u201d.`,
    {
      mend: `Send it as ${other}.`,
    },
  );
}

/** Says which columns are missing, doubled or unknown. */
export function reportHeader(match: HeaderMatch, findings: FindingLog): void {
  const { headers } = match;
  for (const column of match.missing) {
    if (column.required === "always")
      add(findings, "missing-column", `There is no column ${column.name} (\u201c${column.title}\u201d).`, {
        column: column.name,
      });
    else
      add(findings, "missing-optional-column", `There is no column ${column.name}.`, { column: column.name });
  }
  for (const { column, positions } of match.doubled) {
    const names = positions
      .map((position) => `\u201c${headers[position]}\u201d (column ${position + 1})`)
      .join(" and ");
    add(findings, "doubled-column", `${names} both mean ${column.name}.`, {
      column: column.name,
      position: positions[1],
      headers,
    });
  }
  for (const position of match.unknown)
    add(
      findings,
      "unknown-column",
      `\u201c${headers[position]}\u201d is not a column that we know; it is left out.`,
      { position, headers },
    );
}

/** Says which columns have values but no header. */
export function reportBlankHeaders(
  match: HeaderMatch,
  filled: ReadonlySet<number>,
  findings: FindingLog,
): void {
  for (const position of [...filled].sort((one, other) => one - other))
    add(findings, "blank-header", `Column ${position + 1} has values but no header; it is left out.`, {
      position,
      headers: match.headers,
    });
}
