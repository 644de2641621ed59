import { expect, test } from "vitest";
import { inTurns } from "./in-turns";

const MEBIBYTE = 1024 * 1024;

test("the bytes are the same, and others have a turn between any two pieces", async () => {
  const bytes = Buffer.alloc(2 * MEBIBYTE + 5, "abcdefg");
  const source = async function* () {
    yield bytes.subarray(0, MEBIBYTE);
    yield bytes.subarray(MEBIBYTE);
  };
  let turns = 0;
  let reading = true;
  const others = (async () => {
    while (reading) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(source())) pieces.push(piece);
  reading = false;
  await others;
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024);
  expect(turns).toBeGreaterThanOrEqual(pieces.length - 1);
});
