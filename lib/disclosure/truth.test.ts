import { describe, expect, it } from "vitest";
import { layFrame } from "./frame";
import { nationOf } from "./nation.fixture";
import { sumTruth } from "./truth";

const ALL = { family: "staff", members: ["ZT001"], part: null } as const;

const truthOf = (wtes: readonly number[]) => {
  const staff = wtes.map((wte, at) => ({ wte, role: at % 2 === 0 ? "manager" : "support" }));
  const input = nationOf([{ code: "ZT001", under: "QA1", staff }]);
  return sumTruth(input, layFrame(input.geography, input.responses));
};

describe("exact sums", () => {
  // 0.57 × 100,000 is 56,999.99999999999 in floating point, and 0.1 + 0.2 + … depends on the order.
  it.each([
    [[0.57], 57_000],
    [[0.1, 0.2, 0.3, 0.53333], 113_333],
    [[0.53333, 0.3, 0.2, 0.1], 113_333],
  ])("of WTE %j are whole units of the fifth decimal", (wtes, expected) => {
    expect(truthOf(wtes).exact("in-post", ALL)).toBe(expected);
  });

  it("of several categories add, and of none are nought", () => {
    const truth = truthOf([1, 0.5, 0.25]);
    const of = (...roles: string[]) => truth.exact("in-post", { ...ALL, part: { base: "role", of: roles } });
    expect([of("manager"), of("support"), of("manager", "support"), of("trainee")]).toEqual([
      125_000, 50_000, 175_000, 0,
    ]);
  });
});

describe("the frame", () => {
  it("refuses an organisation that hangs from nowhere", () => {
    const input = nationOf([{ code: "ZT001", under: "QX9" }]);
    expect(() => layFrame(input.geography, input.responses)).toThrow("hangs from QX9");
  });

  it("refuses places that hang from one another", () => {
    const round = [
      { code: "A", level: "board", name: "A", parent: "B" },
      { code: "B", level: "region", name: "B", parent: "A" },
      { code: "ZT001", level: "organisation", name: "ZT001", parent: "A" },
    ] as const;
    expect(() => layFrame(round, [])).toThrow("hangs from itself");
  });

  it("refuses a response of a stranger", () => {
    const input = nationOf([{ code: "ZT001", under: "QA1" }]);
    expect(() => layFrame(input.geography, [{ organisation: "ZT999", state: "nil" }])).toThrow(
      "ZT999 has a response",
    );
  });
});
