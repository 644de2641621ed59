import { describe, expect, it } from "vitest";
import { philox4x32 } from "./philox";

const words = (c: readonly number[], k: readonly number[]): string => {
  const block = new Uint32Array(4);
  philox4x32(block, c[0] ?? 0, c[1] ?? 0, c[2] ?? 0, c[3] ?? 0, k[0] ?? 0, k[1] ?? 0);
  return [...block].map((word) => word.toString(16).padStart(8, "0")).join(" ");
};

describe("philox4x32", () => {
  // The known-answer vectors that its authors distribute with Random123.
  it.each([
    ["zero counter and key", [0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    [
      "all bits set",
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      "408f276d 41c83b0e a20bc7c6 6d5451fd",
    ],
    [
      "digits of pi",
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      "d16cfe09 94fdcceb 5001e420 24126ea1",
    ],
  ])("gives the known answer for %s", (_description, counter, key, expected) => {
    expect(words(counter, key)).toBe(expected);
  });
});
