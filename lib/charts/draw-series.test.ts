import { expect, test } from "vitest";
import { bandLabelPlace } from "./draw-series";

const line = (...points: [low: number | null, value: number | null, high: number | null][]) => ({
  key: "line",
  label: "Line",
  points: points.map(([low, value, high]) => ({ key: "", label: "", low, value, high, text: "", range: "" })),
});

test.each([
  ["in the middle where lines are at the edges", [line([null, 100, null]), line([null, 200, null])], 150],
  ["below, where lines are in the middle and above", [line([150, 160, 170]), line([null, 195, null])], 100],
  ["above, where lines are in the middle and below", [line([null, 105, null]), line([120, 150, 160])], 200],
  ["off a range whose value is not said", [line([130, null, 170]), line([null, 100, null])], 200],
])("a band's label stands %s", (_, lines, y) => {
  expect(bandLabelPlace({ low: 100, high: 200 }, lines).y).toBe(y);
});
