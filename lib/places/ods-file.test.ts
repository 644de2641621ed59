import { describe, expect, test } from "vitest";
import { committedTables } from "@/tests/support/committed-tables";
import { looksLikeOdsFile, readOdsFile } from "./ods-file";
import { nameFromCapitals } from "./ods-name";

/** Lines of the layout: 27 quoted cells, no header, an address of several cells, dates without hyphens. */
const line = (
  code: string,
  name: string,
  region: string,
  board: string,
  postcode: string,
  opens: string,
  closes = "",
) =>
  [code, name, region, board, "TRUST OFFICES", "HIGH STREET", "", "TOWN", "", postcode, opens, closes]
    .concat(["", "", "", "", "", "0300 0000000", "", "", "", "1", "", "A", "", "", ""])
    .map((cell) => `"${cell}"`)
    .join(",");

const SHORT = [
  line("G6V2S", "NORTH LONDON NHS FOUNDATION TRUST", "Y56", "Z9B2Z", "NW1 0PE", "20241101"),
  line(
    "RCX",
    "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST",
    "Y61",
    "T6Y0W",
    "PE30 4ET",
    "19920401",
  ),
  line("RVJ", "NORTH BRISTOL NHS TRUST", "Y58", "QUY", "BS10 5NB", "19990401", "20260630"),
  line("RQF", "VELINDRE NHS TRUST", "", "", "CF15 7QZ", "19940401"),
  line("RT4", "WELSH AMBULANCE SERVICES NHS TRUST", "W00", "Q99", "LL17 0LJ", "19980401"),
].join("\r\n");

describe("reading an ODS trust file", () => {
  test("takes code, name, region, board, postcode and dates from their places", () => {
    const records = readOdsFile(`${SHORT}\r\n`);
    expect(records).toMatchObject({ ok: true, value: { length: 5 } });
    expect(records.ok && records.value.slice(1, 3)).toEqual([
      {
        line: 2,
        code: "RCX",
        name: "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST",
        region: "Y61",
        board: "T6Y0W",
        postcode: "PE30 4ET",
        opens: "1992-04-01",
        closes: null,
      },
      {
        line: 3,
        code: "RVJ",
        name: "NORTH BRISTOL NHS TRUST",
        region: "Y58",
        board: "QUY",
        postcode: "BS10 5NB",
        opens: "1999-04-01",
        closes: "2026-06-30",
      },
    ]);
  });

  test("blank and placeholder regions and boards are none", () => {
    const records = readOdsFile(SHORT);
    expect(records.ok && records.value.slice(3).map(({ region, board }) => [region, board])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test.each([
    [
      "a line cut short",
      '"RJ1","GUY\'S","Y56"',
      "Line 1 of the ODS file has 3 columns, where an ODS trust file has 27",
    ],
    [
      "a line without a code",
      line("", "X", "Y56", "QKK", "", "20200101"),
      "begins with “”, which is no code",
    ],
    ["a line without a name", line("RJ1", "", "Y56", "QKK", "", "20200101"), "gives RJ1 no name"],
    ["a day that is none", line("RJ1", "X", "Y56", "QKK", "", "20201332"), "gives RJ1 a date that is none"],
    [
      "a code given twice",
      `${SHORT}\r\n${SHORT}`,
      "Line 6 of the ODS file gives G6V2S again, which line 1 gave",
    ],
    ["an empty file", "", "The ODS file is empty."],
  ])("%s is refused", (_, text, message) => {
    const records = readOdsFile(text);
    expect(!records.ok && records.problem.message).toContain(message);
  });

  test("is known by its first line", () => {
    expect(looksLikeOdsFile(SHORT)).toBe(true);
    expect(looksLikeOdsFile("PERIOD,TYPE\n")).toBe(false);
    expect(looksLikeOdsFile("")).toBe(false);
  });
});

describe("a name from capitals", () => {
  test("is written as our tables write it, for every organisation we have", () => {
    const organisations = committedTables().places.filter(({ level }) => level === "organisation");
    for (const { name } of organisations) expect(nameFromCapitals(name.toUpperCase())).toBe(name);
  });
});
