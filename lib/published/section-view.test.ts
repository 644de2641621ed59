import { expect, test } from "vitest";
import { buildRelease } from "@/lib/disclosure/build-release";
import { randomNation } from "@/lib/disclosure/nation.fixture";
import { chartOf, mainCharts } from "./charts-of-place";
import { indexFigures } from "./figure-index";
import { PLACE_SECTIONS } from "./place-sections";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { placeOf, releaseOf, sceneOf } from "./scene.fixture";
import { sectionViews } from "./section-view";

/** A release of an invented nation of every part. */
function wholeScene(): Scene {
  const input = randomNation(3, 90);
  const places = input.geography.map(
    (place): PublishedPlace => ({ ...place, kind: null, synthetic: true, response: null }),
  );
  return {
    release: releaseOf(),
    places: new Map(places.map((place) => [place.code, place])),
    figures: indexFigures(buildRelease(input).figures),
    earlier: [],
  };
}
const WHOLE = wholeScene();
const whole = (code: string) => WHOLE.places.get(code) as PublishedPlace;
const viewOf = (code: string, id: string, scene = WHOLE) => {
  const place = scene === WHOLE ? whole(code) : placeOf(code);
  const view = sectionViews(scene, place, mainCharts(scene, place)).find((one) => one.id === id);
  if (!view) throw new Error(`No section ${id}`);
  return view;
};

test.each([
  ["recognition", 3, "headcount-by-register"],
  ["training", 2, "trainees-by-programme"],
  ["movement", 6, "leaver-rate"],
  ["devices", 4, "planned-maintenance-on-time"],
  ["requirement", 4, "requirement-and-staff"],
  ["services", 4, "on-call-by-on_call"],
])("of a nation of every part, %s has its figures and its chart", (id, least, chart) => {
  const view = viewOf("K02000001", id);
  expect(view.rows.length).toBeGreaterThanOrEqual(least);
  expect(view.charts.map((one) => one.id)).toEqual([chart]);
  for (const row of view.rows) expect(row.why === null || row.why.length > 20, row.measure).toBe(true);
});

test("every chart of a section is one that its address draws", () => {
  for (const { charts, folded = [] } of PLACE_SECTIONS)
    for (const id of [...charts, ...folded].filter(
      (one) => one !== "posts-over-time" && one !== "first-look" && one !== "headcount-by-specialism4",
    ))
      expect(chartOf(WHOLE, whole("K02000001"), id)?.id).toBe(id);
});

test("where nothing was sent, each reason is said once in place of a table", () => {
  const scene = sceneOf([
    { place: "Y56", measure: "headcount", value: 300 },
    { place: "Y56", measure: "joiner-rate", symbol: ":" },
    { place: "Y56", measure: "leaver-rate", symbol: ":" },
    { place: "Y56", measure: "leaver-rate-outside", symbol: ":" },
    { place: "Y56", measure: "joiners", symbol: ":" },
    { place: "Y56", measure: "leavers", symbol: ":" },
    { place: "Y56", measure: "movers", symbol: ":" },
    { place: "Y56", measure: "stability", symbol: ":" },
  ]);
  const { rows, sentences } = viewOf("Y56", "movement", scene);
  expect(rows).toEqual([]);
  expect(sentences[0]).toBe("No organisation here sent its joiners and leavers.");
  expect(sentences).toHaveLength(2);
});

test("what services say is published for nations and regions alone", () => {
  expect(viewOf("QA1", "services")).toMatchObject({ aboveOnly: true, rows: [], charts: [] });
  expect(viewOf("K02000001", "services").aboveOnly).toBe(false);
});

test("high risk stands apart, below the figure of all", () => {
  const rows = viewOf("K02000001", "devices").rows;
  expect(rows[1]).toMatchObject({ measure: "planned-maintenance-done", title: "Done, devices of high risk" });
  expect(rows[1]?.text).toBe(
    `${WHOLE.figures.find("K02000001", "planned-maintenance-done", "risk_class", "high")?.value}%`,
  );
});
