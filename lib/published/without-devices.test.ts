import { describe, expect, it } from "vitest";
import { indexFigures } from "./figure-index";
import { figureOf, releaseOf } from "./scene.fixture";
import { censusesWithoutDevices } from "./without-devices";

const PLACE = "ZS022";
const told = (returned: number | null, withDevices: number | null) =>
  indexFigures(
    [
      ["organisations-returned", returned],
      ["organisations-with-devices", withDevices],
    ].flatMap(([measure, value]) =>
      value === null
        ? []
        : [figureOf({ place: PLACE, level: "organisation", measure: String(measure), value: Number(value) })],
    ),
  );
const sceneOf = (before: ReturnType<typeof told>, now: ReturnType<typeof told>) => ({
  release: releaseOf(),
  places: new Map(),
  figures: now,
  earlier: [{ release: releaseOf({ number: 1, census: "2025-03-31" }), figures: before }],
});

describe("the censuses to which an organisation returned without its devices", () => {
  it.each([
    ["with them at both", told(1, 1), told(1, 1), []],
    ["without them before", told(1, 0), told(1, 1), ["31 March 2025"]],
    ["without them at both", told(1, 0), told(1, 0), ["31 March 2025", "31 March 2026"]],
    ["not returned, or nil: nothing was sent that could lack them", told(0, 0), told(0, 0), []],
    ["by a release that does not tell", told(null, null), told(1, null), []],
  ])("%s", (_, before, now, censuses) => {
    expect(censusesWithoutDevices(sceneOf(before, now), PLACE)).toEqual(censuses);
  });
});
