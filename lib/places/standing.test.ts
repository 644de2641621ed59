import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import { standingOf, standingsOn, successorsOf } from "./standing";

const tables = committedTables();

describe("how an organisation stands on a date", () => {
  test.each([
    [
      "an open trust",
      "RJ1",
      "2026-03-31",
      { known: true, valid: true, name: "Guy's and St Thomas' NHS Foundation Trust" },
    ],
    ["the same in small letters with spaces", " rj1 ", "2026-03-31", { known: true, valid: true }],
    ["a trust without dates is always open", "TAJ", "1999-01-01", { known: true, valid: true }],
    ["a trust on its last day", "RVJ", "2026-06-30", { known: true, valid: true }],
    [
      "a closed trust: the successor is not known, and said so",
      "RVJ",
      "2026-07-01",
      {
        known: true,
        valid: false,
        reason: "RVJ (North Bristol NHS Trust) closed on 30 June 2026; successor not known.",
        successors: [],
      },
    ],
    [
      "a trust not open yet",
      "K0N6A",
      "2026-03-31",
      {
        known: true,
        valid: false,
        reason: "K0N6A (The Online NHS Trust) is open only from 1 June 2026.",
        successors: [],
      },
    ],
    ["a board is no organisation", "QKK", "2026-03-31", { known: true, valid: false, successors: [] }],
    ["an unknown code", "R99", "2026-03-31", { known: false }],
    ["nothing", "", "2026-03-31", { known: false }],
  ])("%s", (_, code, date, expected) => {
    expect(standingOf(tables, code, date)).toMatchObject(expected);
  });

  test("a known successor is offered, through later closures, if it is open on the date", () => {
    const chain = {
      ...tables,
      successions: [
        ...tables.successions.filter(({ from }) => from !== "R1C" && from !== "RVJ"),
        { from: "R1C", to: "RVJ", date: "2024-10-01", kind: "merger" as const, note: null },
        { from: "RVJ", to: "RA7", date: "2026-07-01", kind: "merger" as const, note: null },
      ],
    };
    expect(standingOf(chain, "R1C", "2025-01-01")).toMatchObject({ successors: ["RVJ", "RA7"] });
    expect(standingOf(chain, "R1C", "2026-08-01")).toMatchObject({
      successors: ["RA7"],
      reason:
        "R1C (Solent NHS Trust) closed on 30 September 2024; it was followed by RA7 (Bristol NHS Foundation Trust).",
    });
  });

  test("successors in a circle end", () => {
    const circle = {
      ...tables,
      successions: [
        { from: "RJ1", to: "RJZ", date: null, kind: "merger" as const, note: null },
        { from: "RJZ", to: "RJ1", date: null, kind: "merger" as const, note: null },
      ],
    };
    expect(successorsOf(circle, "RJ1")).toEqual(["RJZ"]);
  });

  test("a split board has all its successors", () => {
    expect(successorsOf(tables, "QNQ").sort()).toEqual(["QRL", "S0E4D", "S9B9J"]);
  });

  test("the same answer is given for every row that asks", () => {
    const standing = standingsOn(tables, "2026-03-31");
    expect(standing("RJ1")).toBe(standing("RJ1"));
  });
});
