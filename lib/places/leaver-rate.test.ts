import { describe, expect, test } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import { leaverRate, monthsInWords } from "./leaver-rate";
import { readTurnoverTable } from "./turnover-table";

const table = readTurnoverTable(committedText("turnover.csv"));
const rows = table.ok ? table.value : [];
const of = (code: string) => rows.filter(({ organisation }) => organisation === code);

describe("the official leaver rate", () => {
  test("of all reporting organisations in October 2025 is 0.959 % of the WTE at its start", () => {
    const rate = leaverRate(rows, ["2025-10"]);
    expect(rate).toMatchObject({ organisations: 246, startWte: 186_058.88768, leaversWte: 1_783.74191 });
    expect((100 * (rate?.rate ?? Number.NaN)).toFixed(3)).toBe("0.959");
    expect(rate?.words).toBe("1.0% of WTE left in October 2025");
  });

  test("over two months is both months' leavers over the WTE at the start of the first", () => {
    const rate = leaverRate(rows, ["2025-10", "2025-11"]);
    expect(rate?.leaversWte).toBe(3_483.08252);
    expect(rate?.rate).toBeCloseTo(3_483.08252 / 186_058.88768, 12);
    expect(rate?.words).toBe("1.9% of WTE left in October and November 2025");
  });

  test("is zero where an organisation reports that nobody left", () => {
    expect(leaverRate(of("QE1"), ["2025-10"])).toMatchObject({
      rate: 0,
      words: "0.0% of WTE left in October 2025",
    });
  });

  test("is absent where nothing is reported, and never zero", () => {
    expect(leaverRate([], ["2025-10"])).toBeNull();
    expect(leaverRate(of("RJ1"), ["2025-12"])).toBeNull();
    expect(leaverRate(of("RJ1"), ["2025-11", "2025-12"])).toBeNull();
    const unknown = of("RJ1").map((row) => ({ ...row, leavers: { wte: null, headcount: null } }));
    expect(leaverRate(unknown, ["2025-10"])).toBeNull();
  });

  test("is not given on fewer than ten staff", () => {
    expect(leaverRate(of("RYF"), ["2025-10"])).toMatchObject({
      rate: null,
      words: "Fewer than 10 staff of this group: no rate is given",
    });
  });

  test("is given on ten", () => {
    const ten = of("RYF").map((row) => ({ ...row, start: { wte: 8, headcount: 10 } }));
    expect(leaverRate(ten, ["2025-10"])?.rate).toBe(0);
  });

  test.each([
    [["2025-10"], "October 2025"],
    [["2025-12", "2026-01"], "December 2025 and January 2026"],
    [["2025-10", "2025-11", "2025-12"], "October to December 2025"],
    [[], "no month"],
  ])("names its months: %j", (months, words) => {
    expect(monthsInWords(months)).toBe(words);
  });
});
