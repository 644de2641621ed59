import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { coverageOf } from "@/lib/published/coverage";
import { sceneOf } from "@/lib/published/scene.fixture";
import { CoverageSentence } from "./coverage-sentence";

const shown = (answered: number, at: "above" | "below") => {
  const scene = sceneOf([
    { place: "Y56", measure: "organisations", value: 29 },
    { place: "Y56", measure: "organisations-responded", value: answered },
  ]);
  const place = scene.places.get("Y56");
  if (!place) throw new Error("The fixture has no such region.");
  return renderToStaticMarkup(<CoverageSentence coverage={coverageOf(scene, place)} at={at} />);
};

test("that few have answered is read before the figures, and only there", () => {
  expect(shown(11, "above")).toContain("Few have answered: 11 of the 29 organisations asked.");
  expect(shown(11, "below")).toBe("");
});

test("that most have answered stands below the figures, and only there", () => {
  expect(shown(27, "above")).toBe("");
  expect(shown(27, "below")).toContain("27 of the 29 organisations asked have answered.");
});
