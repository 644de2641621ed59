import { expect, test } from "vitest";
import { buildRelease } from "@/lib/disclosure/build-release";
import { randomNation } from "@/lib/disclosure/nation.fixture";
import { chartOf, chartsOfSections } from "./charts-of-place";
import { indexFigures } from "./figure-index";
import { LOOK_CHARTS, PLACE_SECTIONS } from "./place-sections";
import { PLACE_SUBJECTS, subjectById } from "./place-subjects";
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
const viewOf = (code: string, id: string, scene = WHOLE, sections = PLACE_SECTIONS) => {
  const place = scene.places === WHOLE.places ? whole(code) : placeOf(code);
  const charts = chartsOfSections(scene, place, sections);
  const view = sectionViews(scene, place, charts, sections).find((one) => one.id === id);
  if (!view) throw new Error(`No section ${id}`);
  return view;
};

test.each([
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

const subjectOf = (id: string) => subjectById(id)?.sections ?? [];

test.each([
  ["pathways", "ladder", 0, ["headcount-by-band"]],
  ["pathways", "top", 1, []],
  ["pathways", "promotion", 2, ["movers-by-step"]],
  ["pathways", "training", 2, ["trainees-by-programme", "trainees-by-funding"]],
  ["recognition", "registers", 3, ["headcount-by-register"]],
  ["recognition", "boards", 0, ["boards-sat-on-by-seat"]],
  ["recognition", "reports-to", 0, ["reporting-line-by-reports_to"]],
])("of a nation of every part, %s has under %s its figures and charts", (subject, id, least, charts) => {
  const view = viewOf("K02000001", id, WHOLE, subjectOf(subject));
  expect(view.rows.length).toBeGreaterThanOrEqual(least);
  expect(view.charts.map((one) => one.id)).toEqual(charts);
  expect(view.aboveOnly).toBe(false);
});

test("a rung that merged with the one beside it has that one's title, and is said once", () => {
  const rung = (category: string, value: number) => ({
    place: "Y56",
    measure: "headcount",
    dimension: "band",
    category,
    value,
  });
  const top = (...figures: ReturnType<typeof rung>[]) =>
    viewOf("Y56", "top", sceneOf(figures), subjectOf("pathways")).rows.map(({ title, text }) => [
      title,
      text,
    ]);
  expect(top(rung("8b", 20), rung("8c", 15), rung("8d_9", 5))).toEqual([
    ["Band 8c", "15"],
    ["Bands 8d and 9", "5"],
  ]);
  expect(top(rung("8a", 20), rung("8b+8c+8d_9", 15))).toEqual([["Bands 8b to 9", "15"]]);
  const sentences = (...figures: ReturnType<typeof rung>[]) =>
    viewOf("Y56", "top", sceneOf(figures), subjectOf("pathways")).sentences;
  expect(sentences(rung("8b", 20), rung("8c", 15), rung("8d_9", 5))).toEqual([]);
  expect(sentences(rung("8b", 20), rung("8c+8d_9", 15))).toEqual([]);
  expect(sentences(rung("8b+8c+8d_9+other", 15))).toEqual([
    expect.stringMatching(/^Band 8c and above cannot be told apart/),
  ]);
});

test("where trainees are too few of each kind to be told apart, that is said in place of charts", () => {
  const scene = sceneOf([{ place: "Y56", measure: "trainees", value: 20 }]);
  expect(viewOf("Y56", "training", scene, subjectOf("pathways")).sentences).toEqual([
    expect.stringMatching(/^By programme and by funding nothing is shown/),
  ]);
  expect(viewOf("K02000001", "training", WHOLE, subjectOf("pathways")).sentences).toEqual([]);
});

test("of boards, what is published for nations and regions alone is named as such on a subject's page", () => {
  const views = (subject: string) =>
    sectionViews(WHOLE, whole("QA1"), [], subjectOf(subject)).flatMap(({ id, aboveOnly }) =>
      aboveOnly ? [id] : [],
    );
  expect(views("pathways")).toEqual(["promotion"]);
  expect(views("recognition")).toEqual(["boards", "reports-to", "accreditation"]);
});

test("every chart of a section is one that its address draws", () => {
  for (const { charts, folded = [] } of [PLACE_SECTIONS, ...PLACE_SUBJECTS.map((one) => one.sections)].flat())
    for (const id of [...charts, ...folded].filter(
      (one) =>
        !LOOK_CHARTS.includes(one) && one !== "headcount-by-specialism4" && !one.endsWith("-over-time"),
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

const counted = (measure: string, value: number) => ({ place: "Y56", measure, value });
const ANSWERS = [
  counted("headcount", 300),
  counted("organisations", 20),
  counted("organisations-responded", 18),
  counted("organisations-with-flows", 12),
  counted("organisations-with-keys", 9),
];

test("on how many its figures rest is said once where it is the same of all", () => {
  const scene = sceneOf([...ANSWERS, counted("joiner-rate", 8), counted("leaver-rate", 9)]);
  const view = viewOf("Y56", "arriving", scene, subjectOf("pathways"));
  expect(view.from).toBe("From 12 of the 18 organisations that answered.");
  expect(view.rows.map(({ from }) => from)).toEqual([null, null, null]);
});

test("where figures of a section rest on different answers each says on how many", () => {
  const scene = sceneOf([...ANSWERS, counted("joiners", 30), counted("stability", 85)]);
  const view = viewOf("Y56", "movement", scene);
  const from = new Map(view.rows.map((row) => [row.measure, row.from]));
  expect(view.from).toBeNull();
  expect(from.get("joiners")).toBe("from 12 of 18 organisations");
  expect(from.get("stability")).toBe("from 9 of 18 organisations");
});

test("a section of charts alone says on how many they rest too", () => {
  const of = (category: string, value: number) => ({
    ...counted("headcount", value),
    dimension: "age",
    category,
  });
  const scene = sceneOf([...ANSWERS, of("under_25", 20), of("25_34", 40)]);
  expect(viewOf("Y56", "age", scene).from).toBe("From all 18 organisations that answered.");
});

test("what the registered are a share of stands in one line with how many are not known", () => {
  const unknown = { ...counted("headcount", 75), dimension: "register", category: "unknown" };
  const sentences = (...figures: Parameters<typeof sceneOf>[0]) =>
    viewOf("Y56", "registers", sceneOf(figures), subjectOf("recognition")).sentences;
  expect(sentences(counted("headcount", 300), unknown, counted("registered", 54))).toEqual([
    "Shares are of the staff whose registration is known; of 25% (75 of 300 people) it is not known.",
  ]);
  expect(sentences(counted("headcount", 300), counted("registered", 54))).toEqual([]);
});

test("of many figures some come first, that of high risk with that of all", () => {
  const rows = viewOf("K02000001", "devices").rows;
  expect(rows.filter(({ lead }) => lead).map(({ measure }) => measure)).toEqual([
    "planned-maintenance-done",
    "planned-maintenance-done",
    "repair-backlog",
    "over-life-share",
  ]);
  expect(viewOf("K02000001", "pathways").rows.every(({ lead }) => lead)).toBe(true);
});

test("every measure that comes first in a section is one of its figures", () => {
  for (const { figures, lead = [] } of PLACE_SECTIONS)
    for (const id of lead)
      expect(
        figures.some((of) => of.measure === id && !("dimension" in of)),
        id,
      ).toBe(true);
});

test("at the first census a line over censuses is not missing for any reason of the figures", () => {
  const said = (earlier: Scene["earlier"]) => viewOf("K02000001", "posts", { ...WHOLE, earlier }).sentences;
  expect(said([])).toEqual(["This is the first census: there is nothing to compare it with yet."]);
  expect(said([{ release: releaseOf({ number: 1, census: "2025-03-31" }), figures: WHOLE.figures }])).toEqual(
    [],
  );
});

test("in place of a chart of which nothing can be shown stands the reason, once; one with a bound is drawn", () => {
  const ages = (symbol: "c" | "<5", low: number | null) =>
    ["25_34", "35_44", "45_54"].map((category) => ({
      ...{ place: "QKK", level: "board" as const, measure: "headcount", dimension: "age", category },
      ...{ symbol: category === "45_54" ? symbol : ("c" as const), low: category === "45_54" ? low : null },
    }));
  const counted = { place: "QKK", level: "board" as const, measure: "organisations-returned", value: 2 };
  const age = (figures: ReturnType<typeof ages>) => viewOf("QKK", "age", sceneOf([counted, ...figures]));
  expect(age(ages("c", null))).toMatchObject({
    charts: [],
    sentences: [
      expect.stringMatching(/^Cannot be shown because fewer than three organisations here sent a return/),
    ],
  });
  expect(age(ages("<5", 0)).charts.map(({ id }) => id)).toEqual(["headcount-by-age"]);
});
