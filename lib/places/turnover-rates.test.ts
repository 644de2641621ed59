import { expect, test } from "vitest";
import { OFFICIAL_STAFF_GROUP } from "./turnover";
import { type TurnoverMonth, turnoverRates } from "./turnover-rates";

const month = (of: Partial<TurnoverMonth>): TurnoverMonth => ({
  organisation: "RA1",
  month: "2025-10",
  staffGroup: OFFICIAL_STAFF_GROUP,
  startWte: 100,
  leaversWte: 2,
  ...of,
});

test.each<[string, TurnoverMonth[], [string, number][]]>([
  ["a month is its share", [month({})], [["RA1", 0.02]]],
  [
    "months count by their staff",
    [month({}), month({ month: "2025-11-01", startWte: 300, leaversWte: 2 })],
    [["RA1", 0.01]],
  ],
  [
    "months after the day do not",
    [month({}), month({ month: "2026-04-01", leaversWte: 90 })],
    [["RA1", 0.02]],
  ],
  ["another staff group does not", [month({ staffGroup: "Nurses" })], []],
  ["what is not known is absent, and no month without leavers", [month({ leaversWte: null })], []],
  ["nobody left is nought", [month({ leaversWte: 0 })], [["RA1", 0]]],
  ["of fewer than ten staff there is none", [month({ startWte: 9.9 })], []],
])("of official turnover: %s", (_, months, expected) => {
  expect([...turnoverRates(months, "2026-03-31")]).toEqual(
    expected.map(([code, rate]) => [code, expect.closeTo(rate, 12)]),
  );
});
