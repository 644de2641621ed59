import { describe, expect, test } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import type { TurnoverRow } from "./turnover";
import { readTurnoverTable } from "./turnover-table";
import { verifyTurnover } from "./verify-turnover";

const table = readTurnoverTable(committedText("turnover.csv"));
const rows = table.ok ? table.value : [];
const leaving = (code: string, change: Partial<TurnoverRow>) =>
  rows.map((row) => (row.organisation === code && row.month === "2025-10" ? { ...row, ...change } : row));
const holds = (given: TurnoverRow[], against = rows) =>
  verifyTurnover(given, against).map((one) => one.holds);

describe("verifying whole turnover files", () => {
  test("holds for the committed rows: totals, table and chain of October, totals and table of November", () => {
    expect(holds(rows)).toEqual([true, true, true, true, true]);
    expect(verifyTurnover(rows, rows)[0]?.words).toContain(
      "246 organisations, 186,058.88768 WTE at its start, 187,053.53528 at its end, 2,270.86042 joined, 1,783.74191 left (0.959% of the WTE at its start). As published.",
    );
  });

  test.each<[string, TurnoverRow[], boolean[]]>([
    [
      "a leaver more",
      leaving("RJ1", { leavers: { wte: 99, headcount: 99 } }),
      [false, false, true, true, true],
    ],
    [
      "an end that is not the next start",
      leaving("RJ1", { end: { wte: 1, headcount: 1 } }),
      [false, false, false, true, true],
    ],
    [
      "a figure not known",
      leaving("RJ1", { end: { wte: null, headcount: null } }),
      [false, false, false, true, true],
    ],
    [
      "an organisation missing",
      rows.filter(({ organisation }) => organisation !== "RJ1"),
      [false, false, true, false, false],
    ],
    [
      "one missing in November only",
      rows.filter(({ organisation, month }) => organisation !== "RJ1" || month === "2025-10"),
      [true, true, false, false, false],
    ],
    [
      "a month without published totals",
      rows.slice(0, 1).map((row) => ({ ...row, month: "2026-01" })),
      [false, false],
    ],
  ])("does not hold with %s", (_, given, expected) => {
    expect(holds(given)).toEqual(expected);
  });

  test("does not hold against a table that lacks the month", () => {
    expect(
      holds(
        rows,
        rows.filter(({ month }) => month === "2025-10"),
      ),
    ).toEqual([true, true, true, true, false]);
  });
});
