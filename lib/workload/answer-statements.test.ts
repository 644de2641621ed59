import { expect, it } from "vitest";
import { gapStatement } from "./answer-statements";

const of = (low: number, value: number, high: number, isInterval = false) =>
  gapStatement(
    {
      gap: { low, value, high },
      inPost: 10,
      required: { low: 10 + low, value: 10 + value, high: 10 + high },
    },
    0.5,
    isInterval,
  );

it.each([
  ["a shortage where all of the interval is one", of(1, 2, 4), "gap-short", "2.0 WTE short (1.0 to 4.0 WTE)"],
  [
    "open where the interval may be nought",
    of(-1, 2, 4),
    "gap-open",
    "\u22121.0 to 4.0 WTE, which may be none",
  ],
  ["open likewise where its middle is below nought", of(-3, -1, 1), "gap-open", "which may be none"],
  ["no measure of spare staff where none of it is", of(-4, -2, -1), "gap-none", "no measure of spare staff"],
  [
    "no evidence where too much is illustrative",
    of(1, 2, 4, true),
    "gap-interval",
    "not evidence of over- or under-staffing",
  ],
] as const)("a gap is said to be %s", (_, said, code, words) => {
  expect(said.code).toBe(code);
  expect(said.text).toContain(words);
  expect(said.text).toContain("compares 50% of the WTE in post");
  expect(said.text).not.toMatch(/surplus|overstaff|excess|too many/i);
});
