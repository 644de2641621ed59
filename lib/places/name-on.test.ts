import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import { nameOn } from "./name-on";
import { shortName } from "./short-name";

const tables = committedTables();

describe("a place's name on a date", () => {
  test("is the present one where the day of renaming is not known", () => {
    expect(nameOn(tables, "RA7", "2025-01-01")).toBe("Bristol NHS Foundation Trust");
  });

  test.each([
    ["2010-01-01", "First"],
    ["2015-03-31", "First"],
    ["2015-04-01", "Second"],
    ["2020-12-31", "Second"],
    ["2021-01-01", "Guy's and St Thomas' NHS Foundation Trust"],
  ])("on %s is %s", (date, name) => {
    const names = [
      { code: "RJ1", name: "Second", until: "2020-12-31" },
      { code: "RJ1", name: "First", until: "2015-03-31" },
    ];
    expect(nameOn({ ...tables, names }, "RJ1", date)).toBe(name);
  });

  test("is null for a code that is no place's", () => {
    expect(nameOn(tables, "R99", "2026-01-01")).toBeNull();
  });
});

describe("a short name", () => {
  test.each([
    [
      "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board",
      "Bath and North East Somerset, Swindon and Wiltshire",
    ],
    ["NHS Devon ICB", "Devon"],
    ["Barts Health NHS Trust", "Barts Health NHS Trust"],
    ["NHS Fife", "NHS Fife"],
  ])("of %s is %s", (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
