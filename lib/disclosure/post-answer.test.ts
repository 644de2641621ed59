import { describe, expect, it } from "vitest";
import { NOT_RETURNED, underFive, WITHHELD } from "./answer";
import { layFrame } from "./frame";
import { openLedger } from "./ledger";
import { nationOf, TEST_KEY } from "./nation.fixture";
import { postAnswer } from "./post-answer";
import { sumTruth } from "./truth";

const CELL = { family: "vac", members: ["ZT001"], part: null } as const;

function answerOf(
  measure: string,
  wte: number,
  step: 1 | 5,
  withheld = false,
  members: readonly string[] = ["ZT001"],
) {
  const row = { establishment: wte, vacancy: wte, inPost: 0, frozen: wte };
  const input = nationOf([{ code: "ZT001", under: "QA1", posts: [row] }]);
  const truth = sumTruth(input, layFrame(input.geography, input.responses));
  const ledger = openLedger([{ ident: "vac|ZT001|all", draws: 0, withheld, firstRelease: 1 }], 1);
  return postAnswer(measure, { ...CELL, members }, step, TEST_KEY, ledger, truth);
}

describe("posts", () => {
  it("of a vacancy may be negative, with their bounds", () => {
    expect(answerOf("vacancy", -4, 1)).toEqual({ value: -4, symbol: null, low: -5, high: -3 });
    expect(answerOf("vacancy", -10, 5)).toEqual({ value: -10, symbol: null, low: -15, high: -5 });
  });

  it("of other measures are never bounded below nought", () => {
    expect(answerOf("frozen", 0, 1)).toEqual({ value: 0, symbol: null, low: 0, high: 1 });
  });

  it("to one show nought, to five print under five", () => {
    expect(answerOf("vacancy", 0, 1)).toEqual({ value: 0, symbol: null, low: -1, high: 1 });
    expect(answerOf("vacancy", 0, 5)).toEqual(underFive({ low: -5, high: 5 }));
  });

  it("are withheld when the ledger says so, and not returned without an organisation", () => {
    expect(answerOf("vacancy", 7, 1, true)).toEqual(WITHHELD);
    expect(answerOf("vacancy", 7, 1, false, [])).toEqual(NOT_RETURNED);
  });
});
