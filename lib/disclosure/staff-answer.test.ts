import { describe, expect, it } from "vitest";
import { NOT_RETURNED, shown, underFive, WITHHELD } from "./answer";
import { buildRelease } from "./build-release";
import { nationOf } from "./nation.fixture";
import { sumOfAnswers } from "./staff-answer";

const five = { low: 1, high: 9 };

describe("the sum of published answers", () => {
  it.each([
    [
      "adds values and bounds",
      [shown(5, five), shown(10, { low: 6, high: 14 })],
      shown(15, { low: 7, high: 23 }),
    ],
    [
      "takes under five as nought, with its bounds",
      [shown(5, five), underFive({ low: 0, high: 4 })],
      shown(5, { low: 1, high: 13 }),
    ],
    ["is under five for one such part", [underFive({ low: 0, high: 4 })], underFive({ low: 0, high: 4 })],
    [
      "is not under five for two, since it may be eight",
      [underFive({ low: 0, high: 4 }), underFive({ low: 0, high: 4 })],
      WITHHELD,
    ],
    ["is withheld with any part", [shown(5, five), WITHHELD], WITHHELD],
    ["is not returned with any part", [NOT_RETURNED, shown(5, five)], NOT_RETURNED],
  ])("%s", (_, parts, expected) => expect(sumOfAnswers(parts)).toEqual(expected));
});

describe("WTE beside headcount", () => {
  const wteOf = (headcount: number, wte: number) => {
    const { figures } = buildRelease(
      nationOf([{ code: "ZT001", under: "QA1", staff: [{ headcount, wte }] }]),
    );
    const of = (measure: string) =>
      figures.find(({ cellId }) => cellId === `organisation:ZT001:${measure}:all:all:returned:members`);
    return { headcount: of("headcount"), wte: of("in-post") };
  };

  it("is never the larger, even when some work more than one WTE", () => {
    for (let count = 5; count <= 25; count += 1) {
      const { headcount, wte } = wteOf(count, count * 1.2);
      if (wte?.value !== null) expect(wte?.value).toBeLessThanOrEqual(headcount?.value ?? 0);
    }
  });

  it("is withheld where the cap would put the truth outside its interval", () => {
    expect(wteOf(100, 120).wte?.symbol).toBe("c");
  });

  it("is under five where people work few hours, though there are more of them", () => {
    expect(wteOf(50, 0.5).wte).toMatchObject({ value: null, symbol: "<5", low: 0, high: 5 });
  });
});
