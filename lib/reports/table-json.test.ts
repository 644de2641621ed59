import { expect, test } from "vitest";
import type { Table } from "./table";
import { tableCsv } from "./table-csv";
import { tableJson } from "./table-json";

const table: Pick<Table, "columns" | "rows"> = {
  columns: [
    { name: "place", title: "Place", type: "text", words: "" },
    { name: "value", title: "Value", type: "number", words: "" },
    { name: "census", title: "Census", type: "date", words: "" },
    { name: "provisional", title: "Provisional", type: "yes_no", words: "" },
  ],
  rows: [
    ["a, b", 0, "2026-03-31", "no"],
    ["yes", null, null, "yes"],
  ],
};

test("to a program numbers are numbers, yes and no true and false, and empty is null", () => {
  expect(JSON.parse(tableJson(table))).toEqual([
    { place: "a, b", value: 0, census: "2026-03-31", provisional: false },
    { place: "yes", value: null, census: null, provisional: true },
  ]);
});

test("in a file the same are text, and empty is nothing", () => {
  expect(tableCsv(table)).toBe('place,value,census,provisional\r\n"a, b",0,2026-03-31,no\r\nyes,,,yes\r\n');
});

test("no row is an empty list, or a heading", () => {
  expect(JSON.parse(tableJson({ ...table, rows: [] }))).toEqual([]);
  expect(tableCsv({ ...table, rows: [] })).toBe("place,value,census,provisional\r\n");
});
