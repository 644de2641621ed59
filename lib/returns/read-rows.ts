import type { CellSetting } from "./cells/cell-outcome";
import { type CellReader, compileCell } from "./cells/compile-cell";
import { shown } from "./cells/shown";
import { CELL_RULES } from "./checks/cell-rules";
import type { Checks } from "./checks/checks-of";
import type { ReportProblem } from "./checks/file-check";
import type { Problem, Rule } from "./checks/rule";
import type { FindingLog } from "./finding-log";
import type { CellValue, Column, Part, Row } from "./part";
import type { HeaderMatch } from "./reading/match-headers";
import type { RecordSink } from "./reading/records";
import type { Refusal } from "./refusals";
import type { RepairLog } from "./repairs";
import type { RowSink } from "./report";

/** A column of the file; a cell that repeats the one above it, as dates and codes do, is not even looked up. */
type Place = { column: Column; position: number; reader: CellReader; raw: string; value: CellValue };

/**
 * Makes the function that turns one record into a row, judges it and hands it on. Everything that can be decided once
 * for a file is decided here; a clean cell costs one look-up or one short loop, and nothing is allocated for it.
 */
export function createRowReader(
  part: Part,
  match: HeaderMatch,
  setting: CellSetting,
  checks: Checks,
  log: { findings: FindingLog; repairs: RepairLog },
  onRow: RowSink | undefined,
) {
  const places = placesOf(match, setting);
  const width = match.headers.length;
  const byName = new Map(places.map((place) => [place.column.name, place]));
  const present = (columns: readonly string[] = []) => columns.every((name) => byName.has(name));
  const rowChecks = checks.row.filter(({ needs }) => present(needs));
  const resolvers = checks.resolvers.map((start) => start());
  // Made by JSON so that the engine lays it out as one fixed shape, which keeps every look-up by name quick.
  const row = JSON.parse(
    JSON.stringify(Object.fromEntries(part.columns.map(({ name }) => [name, null]))),
  ) as Record<string, CellValue>;
  let bad: string[] = [];
  let refused: Refusal | null = null;
  const blankFilled = new Set<number>();

  const located = (cells: readonly string[], name: string | null) => {
    const place = name === null ? undefined : byName.get(name);
    const position = place?.position;
    return {
      column: name,
      header: position === undefined ? null : (match.headers[position] ?? null),
      position: position === undefined ? null : position + 1,
      // A copy: the cell itself would keep the whole piece of the file from which it was cut.
      value: position === undefined ? null : ` ${cells[position] ?? ""}`.slice(1),
    };
  };

  const addRow = (rule: Rule, { column, message, mend }: Problem, cells: readonly string[], line: number) =>
    log.findings.add(rule.code, rule.severity, () => ({
      line,
      ...located(cells, column),
      message,
      mend: mend ?? rule.mend,
    }));

  /** The record at hand, for findings of file checks; empty once the file has ended. */
  let current: readonly string[] = [];
  const reporter =
    (rules: readonly Rule[]): ReportProblem =>
    (code, { line = null, column, message, mend, ...problem }) => {
      const rule = rules.find((each) => each.code === code) as Rule;
      log.findings.add(code, rule.severity, () => {
        const place = located(current, column);
        const value = problem.value !== undefined ? problem.value : current.length === 0 ? null : place.value;
        return { line, ...place, value, message, mend: mend ?? rule.mend };
      });
    };

  const fileChecks = checks.file
    .filter(({ needs }) => present(needs))
    .map((check) => ({
      ...check.start(setting.context),
      reads: check.reads,
      report: reporter(check.rules),
    }));

  const readCell = (place: Place, raw: string, cells: readonly string[], line: number): CellValue => {
    const { value, repairs, problem, unreadable, refusal } = place.reader.slow(raw);
    const { name } = place.column;
    if (refusal) refused ??= refusal(line);
    for (const repair of repairs) log.repairs.add(repair);
    if (problem) addRow(CELL_RULES[problem.code], { column: name, ...problem }, cells, line);
    if (unreadable) bad.push(name);
    return value;
  };

  const lookAtWidth = (cells: readonly string[], line: number) => {
    for (const position of match.blank) if (cells[position]?.trim()) blankFilled.add(position);
    if (cells.length < width) log.repairs.add("short-rows");
    const at = cells.findIndex((cell, position) => position >= width && cell.trim() !== "");
    if (at < 0) return;
    const value = ` ${cells[at]}`.slice(1);
    const { code, severity, mend } = CELL_RULES["extra-cells"];
    const message = `${shown(value)} stands beyond the last column of the header.`;
    log.findings.add(code, severity, () => ({
      line,
      column: null,
      header: null,
      position: at + 1,
      value,
      message,
      mend,
    }));
  };

  const take: RecordSink = (cells, line, flaw) => {
    if (flaw) addRow(CELL_RULES[flaw], { column: null, message: `${CELL_RULES[flaw].title}.` }, cells, line);
    if (flaw === "quote-not-closed") return null;
    if (bad.length > 0) bad = [];
    if (cells.length !== width || match.blank.length > 0) lookAtWidth(cells, line);
    for (const place of places) {
      const { column, reader } = place;
      const raw = cells[place.position];
      let value: CellValue | undefined = null;
      if (raw !== undefined && raw !== "") {
        if (raw === place.raw) value = place.value;
        else {
          value = reader.fast(raw);
          if (value === undefined) value = readCell(place, raw, cells, line);
          else {
            place.raw = raw;
            place.value = value;
          }
        }
      }
      row[column.name] = value;
      if (value === null && column.required === "always" && !bad.includes(column.name))
        addRow(
          CELL_RULES.required,
          { column: column.name, message: `${column.name} is empty.` },
          cells,
          line,
        );
    }
    if (refused) return refused;
    for (const check of rowChecks) {
      if (bad.length > 0 && check.reads.some((name) => bad.includes(name))) continue;
      const problem = check.find(row, setting.context);
      if (problem) addRow(check, problem, cells, line);
    }
    current = cells;
    for (const check of fileChecks)
      if (bad.length === 0 || !check.reads.some((name) => bad.includes(name)))
        check.row?.(row, line, check.report);
    for (const resolver of resolvers) resolver.row(row);
    onRow?.(row as Row, line);
    return null;
  };

  return {
    take,
    columns: places.map(({ column }) => column),
    agreements: places.flatMap(({ position, reader }) =>
      reader.agreement ? [{ position, agreement: reader.agreement }] : [],
    ),
    blankFilled: (): ReadonlySet<number> => blankFilled,
    end(): void {
      current = [];
      for (const check of fileChecks) check.end?.(check.report);
      for (const resolver of resolvers) resolver.end(log.findings.withdraw);
    },
  };
}

function placesOf(match: HeaderMatch, setting: CellSetting): Place[] {
  const places: Place[] = [];
  match.columns.forEach((column, position) => {
    if (column && !places.some((place) => place.column === column))
      places.push({ column, position, reader: compileCell(column, setting), raw: "", value: null });
  });
  return places;
}
