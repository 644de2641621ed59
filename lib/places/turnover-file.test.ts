import { describe, expect, test } from "vitest";
import { looksLikeTurnoverFile, readTurnoverFile } from "./turnover-file";

const HEADER =
  "PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,REPORTING_ORG_NAME,REPORTING_ORG_CODE,CLUSTER_GROUP,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE";
const START = "Denominator at start of period";
const END = "Denominator at end of period";
const STT = '"Scientific, therapeutic & technical staff"';
const line = (
  type: string,
  code: string,
  group: string,
  hc: number | string,
  fte: number | string,
  period = "202509 to 202510",
) =>
  `${period},${type},Y56,London,QMJ,North Central London,"Trust ${code}, of London",${code},Acute,Acute - Large,${group},${hc},${fte}`;
const file = (...lines: string[]) => `\uFEFF${[HEADER, ...lines].join("\r\n")}\r\n`;

const SHORT = file(
  line(END, "RA1", "All staff groups", 900, 801.5),
  line(END, "RA1", STT, 103, 90.12345),
  line(END, "RA2", STT, 1, 0.4),
  line(END, "RA3", "All staff groups", 40, 38),
  line(START, "RA1", "All staff groups", 899, 800),
  line(START, "RA1", STT, 101, 89.5),
  line(START, "RA2", "All staff groups", 12, 11),
  line(START, "RA3", "All staff groups", 41, 39),
  line(START, "RA4", STT, 20, 18),
  line("Joiners", "RA1", STT, 3, 2.6),
  line("Joiners", "RA1", "Midwives", 5, 4.4),
  line("Leavers", "RA1", STT, 1, 1),
);
const read = (text: string) => {
  const result = readTurnoverFile(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

describe("reading NHS England's turnover file", () => {
  test("takes scientific, therapeutic and technical staff of each organisation, at start, end, joined and left", () => {
    expect(read(SHORT).rows[0]).toEqual({
      organisation: "RA1",
      name: "Trust RA1, of London",
      month: "2025-10",
      start: { wte: 89.5, headcount: 101 },
      end: { wte: 90.12345, headcount: 103 },
      joiners: { wte: 2.6, headcount: 3 },
      leavers: { wte: 1, headcount: 1 },
      source: "nhs-england-turnover-2025-10",
    });
  });

  test("a row left out is zero where the organisation reports that side of the month", () => {
    expect(read(SHORT).rows[1]).toMatchObject({
      organisation: "RA2",
      start: { wte: 0, headcount: 0 },
      end: { wte: 0.4, headcount: 1 },
      joiners: { wte: 0, headcount: 0 },
      leavers: { wte: 0, headcount: 0 },
    });
    expect(read(SHORT).zeros).toEqual({ joiners: 1, leavers: 2 });
  });

  test("and is not known where it does not: closed in the month, no end and no joiners", () => {
    expect(read(SHORT).rows[2]).toMatchObject({
      organisation: "RA4",
      start: { wte: 18 },
      end: { wte: null, headcount: null },
      joiners: { wte: null, headcount: null },
      leavers: { wte: 0 },
    });
  });

  test("counts who reports, who has no such staff, and figures about one person", () => {
    const { reporting, withoutGroup, countsOfOne, months, boards } = read(SHORT);
    expect({ reporting, withoutGroup, countsOfOne, months }).toEqual({
      reporting: 4,
      withoutGroup: [{ code: "RA3", name: "Trust RA3, of London" }],
      countsOfOne: 2,
      months: ["2025-10"],
    });
    expect(boards.get("RA1")).toBe("QMJ");
  });

  test("takes columns in any order, and several months in one file", () => {
    const reordered = [
      "FTE,HC,STAFF_GROUP_1_NAME,REPORTING_ORG_CODE,REPORTING_ORG_NAME,TYPE,PERIOD",
      `9.5,10,${STT},RA1,Trust,${START},202511 to 202512`,
      `8.5,9,${STT},RA1,Trust,${START},202512 to 202601`,
    ].join("\n");
    expect(read(reordered).rows.map(({ month, start }) => [month, start.wte])).toEqual([
      ["2025-12", 9.5],
      ["2026-01", 8.5],
    ]);
    expect(read(reordered).boards.size).toBe(0);
  });

  test.each([
    [
      "a count that is no number",
      file(line(END, "RA1", STT, 3, "*")),
      "Line 2 of the turnover file: fte is “*”",
    ],
    ["a headcount with a fraction", file(line(END, "RA1", STT, 2.5, 2)), "hc is “2.5”"],
    ["a kind of count we do not know", file(line("Movers", "RA1", STT, 3, 3)), "type is “Movers”"],
    ["a period that is none", file(line(END, "RA1", STT, 3, 3, "2025")), "period is “2025”"],
    [
      "the same count twice",
      file(line(END, "RA1", STT, 3, 3), line(END, "RA1", STT, 3, 3)),
      "Line 3 gives RA1",
    ],
    ["a file without the group", file(line(END, "RA1", "Midwives", 3, 3)), "has no row of “Scientific"],
    ["a file without its columns", "a,b\n1,2\n", "has no column period"],
    ["an empty file", "", "is empty"],
  ])("%s is refused with its place", (_, text, message) => {
    const result = readTurnoverFile(text);
    expect(!result.ok && result.problem.message).toContain(message);
  });

  test("is known by its header", () => {
    expect(looksLikeTurnoverFile(SHORT)).toBe(true);
    expect(looksLikeTurnoverFile("census_date,organisation_code\n")).toBe(false);
    expect(looksLikeTurnoverFile("")).toBe(false);
  });
});
