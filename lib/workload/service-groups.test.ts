import { expect, it } from "vitest";
import { serviceGroups } from "./service-groups";

const of = (...returns: [string, ...string[]][]) =>
  serviceGroups(returns.map(([organisation, ...served]) => ({ organisation, served }))).map(
    ({ host, organisations }) => `${host}: ${organisations.join(" ")}`,
  );

it.each([
  ["each by itself where nobody serves", [["B"], ["A"]], ["A: A", "B: B"]],
  ["host and served, who did not return", [["A", "C", "B"]], ["A: A B C"]],
  ["host and served, who returned as well", [["A"], ["B", "A"]], ["B: A B"]],
  ["a chain", [["B", "C"], ["A", "B"], ["C"]], ["A: A B C"]],
  [
    "two hosts of one organisation",
    [
      ["A", "C"],
      ["B", "C"],
    ],
    ["A: A B C"],
  ],
  [
    "two that serve each other",
    [
      ["B", "A"],
      ["A", "B"],
    ],
    ["A: A B"],
  ],
  ["an organisation that names itself", [["A", "A"]], ["A: A"]],
  [
    "two services",
    [
      ["A", "B"],
      ["C", "D"],
    ],
    ["A: A B", "C: C D"],
  ],
] as const)("services are %s, whatever the order", (_, returns, groups) => {
  const given = returns.map((each) => [...each] as [string, ...string[]]);
  expect(of(...given)).toEqual(groups);
  expect(of(...given.reverse())).toEqual(groups);
});
