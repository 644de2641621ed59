import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFAULTS_OF, EVIDENCE_CLASSES, illustrativeTitles, SUPPLY_DEFAULTS } from "./assumptions";
import { DEFAULT_AGE_MIX } from "./spread-ages";

test("every default has a title, a unit, a source, a reason and a known evidence class", () => {
  for (const one of Object.values(SUPPLY_DEFAULTS)) {
    for (const words of [one.title, one.unit, one.source, one.reason]) expect(words).toMatch(/\S/);
    expect(EVIDENCE_CLASSES).toContain(one.class);
  }
});

test("the method paper lists every default, with its class", () => {
  const paper = readFileSync("docs/method/supply.md", "utf8");
  const listed = [...paper.matchAll(/^\| `([a-z0-9-]+)` \| .* \| (.+) \|$/gm)].map(([, id, kind]) => [
    id,
    kind,
  ]);
  expect(Object.fromEntries(listed)).toEqual(
    Object.fromEntries(Object.entries(SUPPLY_DEFAULTS).map(([id, one]) => [id, one.class])),
  );
});

test("the sentence about illustrative defaults names those, and no facts", () => {
  expect(illustrativeTitles(["fill-hazard", "normal-pension-age", "move"])).toEqual([
    "Filling of vacant posts",
    "Moving to another organisation",
  ]);
});

test("all that a projection rests on by default is illustrative, and named", () => {
  for (const ids of Object.values(DEFAULTS_OF)) expect(illustrativeTitles(ids)).toHaveLength(ids.length);
});

test("the default ages are whole, and split the oldest", () => {
  expect(Object.values(DEFAULT_AGE_MIX).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(DEFAULT_AGE_MIX["25_29"]).toBeCloseTo(0.1, 12);
  expect((DEFAULT_AGE_MIX["65_69"] ?? 0) + (DEFAULT_AGE_MIX["70_plus"] ?? 0)).toBeCloseTo(0.02, 12);
});
