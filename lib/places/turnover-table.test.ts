import { describe, expect, test } from "vitest";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import type { TurnoverRow } from "./turnover";
import { attachTurnover, turnoverPlacesInWords } from "./turnover-places";
import { mergeTurnover, readTurnoverTable, TURNOVER_HEADERS, writeTurnoverTable } from "./turnover-table";
import { PUBLISHED_TOTALS, totalsOf } from "./turnover-totals";

const read = (text: string): TurnoverRow[] => {
  const rows = readTurnoverTable(text);
  if (!rows.ok) throw new Error(rows.problem.message);
  return rows.value;
};
const rows = read(committedText("turnover.csv"));
const of = (code: string) => rows.filter(({ organisation }) => organisation === code);
const file = (rows: TurnoverRow[]) => ({
  rows,
  months: ["2025-10", "2025-11"],
  reporting: 247,
  withoutGroup: [],
  zeros: { joiners: 0, leavers: 0 },
  countsOfOne: 0,
  boards: new Map([["RPG", "QKK"]]),
});

describe("the committed turnover of scientific, therapeutic and technical staff", () => {
  test("adds up to the published totals of each month, to the last decimal", () => {
    expect(totalsOf(rows, "2025-10")).toEqual({
      organisations: 246,
      start: 186_058.88768,
      end: 187_053.53528,
      joiners: 2_270.86042,
      leavers: 1_783.74191,
    });
    expect(totalsOf(rows, "2025-11")).toMatchObject({
      organisations: 246,
      start: 187_053.53528,
      end: 187_677.91263,
    });
    for (const month of ["2025-10", "2025-11"])
      expect(totalsOf(rows, month)).toEqual(PUBLISHED_TOTALS[month]);
  });

  test("ends October where November begins, organisation by organisation", () => {
    for (const october of rows.filter(({ month }) => month === "2025-10")) {
      expect(of(october.organisation)[1]?.start).toEqual(october.end);
    }
  });

  test("is written as it was read, byte for byte", () => {
    expect(writeTurnoverTable(rows)).toBe(committedText("turnover.csv"));
  });

  test("attaches to places by code: 205 organisations, 41 boards under their codes of 2025, none unknown", () => {
    const attached = attachTurnover(committedTables(), file(rows), "2026-07-31");
    expect([attached.organisations.length, attached.boards.length, attached.unknown]).toEqual([205, 41, []]);
    expect(attached.closedSince.map(({ code }) => code).filter((code) => code.startsWith("R"))).toEqual([
      "RNK",
      "RVJ",
      "RY2",
      "RYV",
    ]);
    expect(attached.closedSince).toHaveLength(16);
    expect(attached.otherBoard).toEqual([]);
  });

  test("says what attaches, what has closed, and what is nowhere to be found", () => {
    const stranger = rows.slice(0, 1).map((row) => ({ ...row, organisation: "XYZ" }));
    const given = {
      ...file([...of("RVJ"), ...of("QMJ"), ...of("RPG"), ...stranger]),
      boards: new Map([["RPG", "QKS"]]),
    };
    expect(turnoverPlacesInWords(attachTurnover(committedTables(), given, "2026-07-31"))).toEqual([
      "Attached to our places by code: 2 organisations and 1 integrated care board.",
      "Boards that have closed since, kept under their code of the time (1): QMJ North Central London (31 March 2026).",
      "Organisations that have closed since (1): RVJ North Bristol NHS Trust (30 June 2026).",
      "Not among our places, so shown on no page: XYZ.",
      "The file puts RPG in QKS; our table has QKK for that month.",
    ]);
  });
});

describe("merging a file's months into the table", () => {
  const [first, second] = of("RJ1") as [TurnoverRow, TurnoverRow];
  const revised: TurnoverRow = { ...first, leavers: { wte: 1, headcount: 1 } };

  test("adds new months, changes revised ones, and leaves the rest alone", () => {
    const { rows, added, changed, same } = mergeTurnover([first], [revised, second]);
    expect({ added, changed, same }).toEqual({
      added: [second],
      changed: [{ before: first, after: revised }],
      same: 0,
    });
    expect(rows).toEqual([revised, second]);
    expect(mergeTurnover([first, second], [second])).toMatchObject({ added: [], changed: [], same: 1 });
  });

  test("an empty number is read as not known, and written as empty", () => {
    const text = `${TURNOVER_HEADERS.join(",")}\nRA4,Trust,2025-10,18,,,0,20,,,0,somewhere\n`;
    expect(read(text)[0]).toMatchObject({
      end: { wte: null, headcount: null },
      leavers: { wte: 0, headcount: 0 },
    });
    expect(writeTurnoverTable(read(text))).toBe(text);
    expect(totalsOf(read(text), "2025-10")).toMatchObject({ organisations: 1, start: 18, end: null });
  });

  test.each([
    [
      "a month that is none",
      "RA4,Trust,2025-13,18,,,0,20,,,0,somewhere",
      "line 2: the organisation, the month",
    ],
    ["a number that is none", "RA4,Trust,2025-10,x,,,0,20,,,0,somewhere", "line 2: start_wte is “x”"],
  ])("%s is refused", (_, line, message) => {
    const rows = readTurnoverTable(`${TURNOVER_HEADERS.join(",")}\n${line}\n`);
    expect(!rows.ok && rows.problem.message).toContain(message);
  });
});
