import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { Table } from "./table";
import { workbookOf } from "./workbook";

const table: Pick<Table, "columns" | "rows"> = {
  columns: [
    { name: "place", title: "Place", type: "text", words: "" },
    { name: "value", title: "Value", type: "number", words: "" },
    { name: "census", title: "Census", type: "date", words: "" },
    { name: "provisional", title: "Provisional", type: "yes_no", words: "" },
  ],
  rows: [
    ["=1+1", -1.5, "2026-03-31", "no"],
    ["42", null, null, "yes"],
  ],
};

/** The cells of a sheet by their address: what a spreadsheet would take each for, and its value. */
function cellsOf(bytes: Uint8Array, sheet = 1) {
  const parts = unzipSync(bytes);
  const read = (name: string) => parseHTML(strFromU8(parts[name] as Uint8Array)).document;
  const strings = [...read("xl/sharedStrings.xml").querySelectorAll("si")].map((one) => one.textContent);
  const cells = read(`xl/worksheets/sheet${sheet}.xml`).querySelectorAll("c");
  return Object.fromEntries(
    [...cells].map((cell) => {
      const value = cell.querySelector("v")?.textContent ?? null;
      const type = cell.getAttribute("t");
      if (cell.querySelector("f")) throw new Error("a formula");
      return [cell.getAttribute("r"), type === "s" ? strings[Number(value)] : { type, value }];
    }),
  );
}

test("numbers are numbers, dates dates, yes and no true and false, texts texts, and empty is no cell", async () => {
  const cells = cellsOf(await workbookOf([{ name: "One", table }]));
  expect(cells).toMatchObject({
    A1: "place",
    A2: "=1+1",
    B2: { value: "-1.5" },
    // Days since the last of 1899.
    C2: { value: "46112" },
    D2: { type: "b", value: "0" },
    A3: "42",
    D3: { type: "b", value: "1" },
  });
  expect(cells.B2).not.toMatchObject({ type: "s" });
  expect(cells).not.toHaveProperty("B3");
  expect(cells).not.toHaveProperty("C3");
});

test("lines above a table stand above its heading", async () => {
  const cells = cellsOf(await workbookOf([{ name: "One", above: ["A title", "-a remark"], table }]));
  expect(cells).toMatchObject({ A1: "A title", A2: "-a remark", A3: "place", A4: "=1+1" });
});

test("a name that no spreadsheet takes is made one that it does, and each stands once", async () => {
  const long = "Funded establishment and staff in post [by board]";
  const bytes = await workbookOf([long, long, "a/b", "A?B", ""].map((name) => ({ name, table })));
  const book = parseHTML(strFromU8(unzipSync(bytes)["xl/workbook.xml"] as Uint8Array)).document;
  const names = [...book.querySelectorAll("sheet")].map((sheet) => sheet.getAttribute("name") ?? "");
  expect(names).toEqual([
    "Funded establishment and staff",
    "Funded establishment and staf 2",
    "a b",
    "A B 2",
    "Sheet",
  ]);
  expect(names.every((name) => name.length <= 31)).toBe(true);
});

test("the same tables are the same bytes whenever they are written", async () => {
  const once = await workbookOf([{ name: "One", table }]);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(await workbookOf([{ name: "One", table }]), once)).toBe(0);
});
