import { expect, it } from "vitest";
import { spokenFor } from "./spoken-for";

const line = (organisation: string) => ({ organisation });
const NOTHING = { staff: [], posts: [], devices: [] };

it.each([
  ["returned", "returned"],
  ["nil", "served"],
  ["served", "served"],
  ["not_returned", "served"],
  [undefined, "served"],
] as const)("an organisation that is %s and whose devices a host's lines name is %s", (before, after) => {
  const states = new Map(before === undefined ? [] : [["ZT002", before] as const]);
  const found = spokenFor(new Set(["ZT001", "ZT002"]), states, { ...NOTHING, devices: [line("ZT002")] });
  expect(found.states.get("ZT002")).toBe(after);
  expect(found.strangers).toEqual([]);
});

it("leaves who is named nowhere as they are", () => {
  const states = new Map([["ZT001", "nil"] as const]);
  expect(spokenFor(new Set(["ZT001"]), states, NOTHING).states).toEqual(states);
});

it("names the organisations that the collection did not ask", () => {
  const rows = { ...NOTHING, staff: [line("ZT009"), line("ZT001")], posts: [line("ZT008"), line("ZT009")] };
  expect(spokenFor(new Set(["ZT001"]), new Map(), rows).strangers).toEqual(["ZT008", "ZT009"]);
});
