import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { createRecordReader, type RawRecord } from "./records";

function read(text: string, cuts: readonly number[] = []): RawRecord[] {
  const records: RawRecord[] = [];
  const reader = createRecordReader(",", (cells, line, flaw) => {
    records.push({ cells, line, flaw });
    return null;
  });
  let from = 0;
  for (const cut of [...cuts].sort((one, other) => one - other)) {
    reader.push(text.slice(from, cut));
    from = cut;
  }
  reader.push(text.slice(from));
  reader.end();
  return records;
}

const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", '"', "\n", "\r", ";"), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("records", () => {
  it("are those that Papa Parse reads, wherever the text is cut", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.array(fc.nat(200), { maxLength: 4 }),
        (rows, end, cuts) => {
          const text = rows.map((row) => row.map(quoted).join(",")).join(end) + end;
          const parsed = Papa.parse<string[]>(text, { newline: end, delimiter: "," }).data.slice(
            0,
            rows.length,
          );
          expect(parsed).toEqual(rows);
          expect(read(text, cuts).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });

  it.each([
    ["a cell in quotes with a doubled quote", 'a,"5"" pump"\nb', [["a", '5" pump'], ["b"]], [null, null]],
    [
      "a quote inside a plain cell",
      'a,5" pump\nb,c',
      [
        ["a", '5" pump'],
        ["b", "c"],
      ],
      [null, null],
    ],
    ["a quote never closed", 'a,"b\nc', [["a", "b\nc"]], ["quote-not-closed"]],
    [
      "a quote alone inside quotes",
      '"Ward "A" pumps",b\nc,d',
      [
        ['Ward "A" pumps', "b"],
        ["c", "d"],
      ],
      ["quote-misplaced", null],
    ],
    [
      "an empty last cell",
      "a,\n,b",
      [
        ["a", ""],
        ["", "b"],
      ],
      [null, null],
    ],
  ])("%s", (_, text, cells, flaws) => {
    const records = read(text);
    expect(records.map((record) => record.cells)).toEqual(cells);
    expect(records.map((record) => record.flaw)).toEqual(flaws);
  });
});
