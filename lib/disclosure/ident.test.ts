import { expect, it } from "vitest";
import { ident } from "./ident";

it.each([
  ["everybody of one organisation", { members: ["R1A"], part: null }, "staff|R1A|all"],
  ["members in any order", { members: ["R1B", "R1A"], part: null }, "staff|R1A+R1B|all"],
  ["one category", { members: ["R1A"], part: { base: "age", of: ["25_34"] } }, "staff|R1A|age:25_34"],
  [
    "a group in any order",
    { members: ["R1A"], part: { base: "role", of: ["b", "a"] } },
    "staff|R1A|role:a+b",
  ],
] as const)("names %s", (_, cell, expected) => {
  expect(ident({ family: "staff", ...cell })).toBe(expected);
});

it("tells families apart", () => {
  expect(ident({ family: "est", members: ["R1A"], part: null })).toBe("est|R1A|all");
});
