import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellValue, Row } from "@/lib/returns/part";
import { copyCell, createCopyBatch } from "./copy-text";

test.each<[string, CellValue, string]>([
  ["nothing", null, "\\N"],
  ["an empty text, which is not nothing", "", ""],
  ["a text with COPY's own marks", "a\tb\nc\rd\\N", "a\\tb\\nc\\rd\\\\N"],
  ["a text outside ASCII", "Ysbyty Tŷ’r Môr 🔧", "Ysbyty Tŷ’r Môr 🔧"],
  ["a number", 0.25, "0.25"],
  ["yes", true, "t"],
  ["no", false, "f"],
  ["a set", ["a", 'b "c"', "d\\e"], '{"a","b \\\\"c\\\\"","d\\\\\\\\e"}'],
])("a cell with %s", (_, value, expected) => {
  expect(copyCell(value)).toBe(expected);
});

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ unit: "binary", maxLength: 20 }).map((text) => text.replace(/[\ud800-\udfff]/g, "")),
  fc.string({ unit: fc.constantFrom("a", "é", "\\", "\t", "\n", "\r", '"', "’"), maxLength: 8 }),
  fc.integer(),
  fc.nat({ max: 2_147_483_647 }),
  fc.constantFrom(0, 9, 10, 99, 100, 2_147_483_647, 2_147_483_648, 1e15),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.nat({ max: 10_000_000_000 }).map((hundredths) => hundredths / 100),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
);

test("a batch holds what its rows' cells are one by one, whatever they are", () => {
  const columns = ["a", "b", "c"];
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
      const batch = createCopyBatch(columns);
      rows.forEach(([a, b, c], index) => {
        batch.add({ a, b, c } as Row, index + 2);
      });
      const expected = rows.map((cells, index) => `${[`${index + 2}`, ...cells.map(copyCell)].join("\t")}\n`);
      expect(batch.byteCount()).toBe(Buffer.byteLength(expected.join("")));
      expect(batch.take().toString()).toBe(expected.join(""));
    }),
  );
});

test("a batch grows as its rows need, and each is taken once", () => {
  const batch = createCopyBatch(["a", "missing"]);
  const long = "x’".repeat(400_000);
  batch.add({ a: long } as unknown as Row, 1);
  batch.add({ a: long.replaceAll("’", "") } as unknown as Row, 2);
  const first = batch.take();
  batch.add({ a: "y" } as unknown as Row, 3);
  expect(first.toString()).toBe(`1\t${long}\t\\N\n2\t${long.replaceAll("’", "")}\t\\N\n`);
  expect(batch.take().toString()).toBe("3\ty\t\\N\n");
  expect(batch.byteCount()).toBe(0);
});
