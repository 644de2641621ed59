import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundaryOf, multipartParts } from "./multipart";

/** Real forms, as the platform itself writes them. */
async function written(fields: readonly [string, string | File][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get("content-type"));
  if (!boundary) throw new Error("no boundary");
  return { boundary, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(source: AsyncIterable<Uint8Array>, boundary: string) {
  const parts: { name: string; fileName: string | null; text: string }[] = [];
  for await (const { name, fileName, body } of multipartParts(source, boundary)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(piece);
    parts.push({ name, fileName, text: Buffer.concat(pieces).toString("utf8") });
  }
  return parts;
}

const csv = "a,b\r\n1,\r\n--not the boundary\r\n\r\n";
const FIELDS: [string, string | File][] = [
  ["census", "2026-03-31"],
  ["workforce", new File([csv], 'wörk "force".csv')],
  ["devices", new File([], "empty.csv")],
  ["unit", ""],
];
const EXPECTED = [
  { name: "census", fileName: null, text: "2026-03-31" },
  { name: "workforce", fileName: 'wörk "force".csv', text: csv },
  { name: "devices", fileName: "empty.csv", text: "" },
  { name: "unit", fileName: null, text: "" },
];

describe("a form of files", () => {
  test("comes apart the same however it is cut into pieces", async () => {
    const { boundary, bytes } = await written(FIELDS);
    for (const size of [1, 2, 3, 7, 64, bytes.length])
      expect(await read(inPieces(bytes, size), boundary)).toEqual(EXPECTED);
  });

  test("keeps every byte of any file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), async (text, size) => {
        const { boundary, bytes } = await written([["file", new File([text], "x.csv")]]);
        expect((await read(inPieces(bytes, size), boundary))[0]?.text).toBe(
          Buffer.from(text, "utf8").toString("utf8"),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("passes over what is not read", async () => {
    const { boundary, bytes } = await written(FIELDS);
    const names: string[] = [];
    for await (const { name } of multipartParts(inPieces(bytes, 5), boundary)) names.push(name);
    expect(names).toEqual(EXPECTED.map(({ name }) => name));
  });

  test("holds an unnamed file where none was chosen, as browsers say it", async () => {
    const head = 'Content-Disposition: form-data; name="devices"; filename=""';
    const form = `--x\r\n${head}\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n`;
    const unchosen = { name: "devices", fileName: "", text: "" };
    expect(await read(inPieces(Buffer.from(form), 9), "x")).toEqual([unchosen]);
  });

  test("is refused wherever it is cut off", async () => {
    const { boundary, bytes } = await written(FIELDS);
    for (const length of [0, 10, 200, bytes.length - 6])
      await expect(read(inPieces(bytes.subarray(0, length), 16), boundary)).rejects.toThrow("ends before");
  });

  test("is refused when a head has no end", async () => {
    const endless = Buffer.from(`--x\r\n${"a".repeat(40_000)}`);
    await expect(read(inPieces(endless, 1000), "x")).rejects.toThrow("head without an end");
  });

  test.each([
    ["multipart/form-data; boundary=----abc", "----abc"],
    ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
    ["application/x-www-form-urlencoded", null],
    [null, null],
  ])("%s is parted by %s", (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
