import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canBeWritten, correctCells, inUtf8 } from "./correct-cells";
import { type FileForm, fileForm } from "./file-form";
import { createBytesToText } from "./reading/bytes-to-text";
import { createRecordReader, type RawRecord } from "./reading/records";
import { exampleContext } from "./testing/example-context";

const WORKFORCE = { part: "workforce", context: exampleContext } as const;
const NAMES = ["role", "specialism", "service_unit", "post_ref"];

async function* pieces(bytes: Uint8Array, size = bytes.length || 1) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.slice(from, from + size);
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** The records of a file, read as the checks read it. */
function recordsOf(bytes: Uint8Array, delimiter: string): RawRecord[] {
  const found: RawRecord[] = [];
  const records = createRecordReader(delimiter, (cells, line, flaw) => {
    found.push({ cells, line, flaw });
    return null;
  });
  const text = createBytesToText({ text: records.push, lineAfter: records.lineAfter });
  expect(text.push(bytes) ?? text.end() ?? records.end()).toBeNull();
  return found;
}

function encoded(text: string, encoding: FileForm["encoding"]): Buffer {
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.from(text, encoding === "windows-1252" ? "latin1" : "utf8");
}
const marks: Partial<Record<FileForm["encoding"], number[]>> = {
  "utf-8-bom": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
};

const word = fc.string({
  unit: fc.constantFrom("a", "7", " ", "é", "ü", '"', ",", ";", "|", "\t", "\n", "\r\n", "x", "\u00a0"),
  maxLength: 6,
});

const written = fc.record({
  encoding: fc.constantFrom<FileForm["encoding"]>(
    "utf-8",
    "utf-8-bom",
    "utf-16le",
    "utf-16be",
    "windows-1252",
  ),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  ends: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 8, maxLength: 8 }),
  title: fc.constantFrom("", "Staff of the é unit\n\n", '"Staff\r\nin post"\n'),
  rows: fc.array(fc.array(fc.tuple(word, fc.boolean()), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  }),
  endsOpen: fc.boolean(),
  row: fc.nat(),
  position: fc.integer({ min: 1, max: 4 }),
  value: word,
  pieceSize: fc.integer({ min: 1, max: 40 }),
});

/** A cell as the generator writes it: in quotation marks where it must be, or likes to be. */
const cell = (delimiter: string, [text, quoted]: [string, boolean]) =>
  quoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe("a file with one cell corrected", () => {
  it("reads the same but for that cell, and is the same in every other byte", async () => {
    await fc.assert(
      fc.asyncProperty(written, async (file) => {
        const { encoding, delimiter, rows, position, value } = file;
        const line = (index: number) => rows[index]?.map((each) => cell(delimiter, each)) ?? [];
        const at = file.row % rows.length;
        const before = [
          file.title + NAMES.join(delimiter) + file.ends[7],
          ...rows.slice(0, at).map((_, index) => line(index).join(delimiter) + file.ends[index]),
          line(at)
            .slice(0, position - 1)
            .map((text) => text + delimiter)
            .join(""),
        ].join("");
        const after = [
          line(at)
            .slice(position)
            .map((text) => delimiter + text)
            .join(""),
          ...rows
            .slice(at + 1)
            .map((_, index) => (file.ends[at + index] as string) + line(at + 1 + index).join(delimiter)),
          file.endsOpen ? "" : file.ends[6],
        ].join("");
        const old = line(at)[position - 1] as string;
        // Only of a file with letters that are no UTF-8 is it known to be Windows-1252.
        fc.pre(
          encoding !== "windows-1252" ||
            /[éü]/.test(before + old + after) ||
            /^[\w\s]*$/.test(before + old + after + value),
        );
        const mark = Buffer.from(marks[encoding] ?? []);
        const head = Buffer.concat([mark, encoded(before, encoding)]);
        const tail = encoded(after, encoding);
        const bytes = Buffer.concat([head, encoded(old, encoding), tail]);

        const form = await fileForm(WORKFORCE, () => pieces(bytes, file.pieceSize));
        expect(form?.delimiter).toBe(delimiter);
        if (!form) return;
        const records = recordsOf(bytes, delimiter);
        const record = records.filter(({ cells }) => cells.length === NAMES.length)[at + 1] as RawRecord;
        const result = await whole(
          correctCells({
            source: pieces(bytes, file.pieceSize),
            form,
            correction: (place) => (place === record.line ? { position, value } : null),
          }),
        );
        const now = encoded(cell(delimiter, [value, old.startsWith('"')]), form.encoding);
        expect(result).toEqual(Buffer.concat([head, now, tail]));

        const shown = recordsOf(result, delimiter).map(({ cells }) => cells);
        const expected = records.map((each) =>
          each === record ? each.cells.with(position - 1, value) : each.cells,
        );
        expect(shown).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what stands in the way", () => {
  const bytes = Buffer.from('role,service_unit\r\n"caf\xe9",ward\r\nmanager\r\n', "latin1");

  it("is said where the file's encoding has no such letter, and the file can be had in UTF-8", async () => {
    const form = await fileForm(WORKFORCE, () => pieces(bytes));
    expect(form).toEqual({ encoding: "windows-1252", delimiter: "," });
    if (!form) return;
    expect(canBeWritten("naïve – “x” €", form)).toBe(true);
    expect(canBeWritten("Łódź", form)).toBe(false);
    const turned = correctCells({
      source: inUtf8(pieces(bytes, 3)),
      form: { ...form, encoding: "utf-8-bom" },
      correction: (line) => (line === 2 ? { position: 2, value: "Łódź" } : null),
    });
    expect((await whole(turned)).toString()).toBe('\ufeffrole,service_unit\r\n"café",Łódź\r\nmanager\r\n');
  });

  it("is filled up where the row ends before the cell", async () => {
    const form = (await fileForm(WORKFORCE, () => pieces(bytes))) as FileForm;
    const filled = correctCells({
      source: pieces(bytes),
      form,
      correction: (line) => (line === 3 ? { position: 2, value: "a,b" } : null),
    });
    expect((await whole(filled)).toString("latin1")).toContain('manager,"a,b"\r\n');
  });
});
