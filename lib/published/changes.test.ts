import { expect, test } from "vitest";
import { changesOf } from "./changes";
import { compareChart } from "./compare-chart";
import { indexFigures } from "./figure-index";
import { figureOf, placeOf, releaseOf, sceneOf } from "./scene.fixture";
import { spreadBesideMap, spreadWords } from "./spread-words";
import { vacantWords } from "./vacant-words";

const earlier = releaseOf({ number: 1, census: "2025-03-31" });
const people = (value: number, place = "Y56") =>
  ({ place, measure: "headcount", value, low: value - 4, high: value + 4 }) as const;
const answers = (answered: number, place = "Y56") =>
  [
    { place, measure: "organisations", value: 15 },
    { place, measure: "organisations-responded", value: answered },
  ] as const;
const before = (...figures: Parameters<typeof figureOf>[0][]) => ({
  release: earlier,
  figures: indexFigures(figures.map(figureOf)),
});

test("each measure stands with its value both times, and with who answered both times", () => {
  const scene = sceneOf([people(190), ...answers(14)], { before: before(people(210), ...answers(15)) });
  expect(changesOf(scene, placeOf("Y56"), ["headcount", "in-post"])).toMatchObject({
    before: {
      words: "census of 31 March 2025, release 1",
      href: "/places/Y56/r1",
      corrected: false,
    },
    answered: expect.stringMatching(
      /^14 of 15 organisations answered; 15 of 15 had then. So a number may have changed because of who answered/,
    ),
    rows: [
      {
        measure: "headcount",
        earlier: "210",
        now: "190",
        change: "Down by 20 (12 to 28)",
      },
      {
        measure: "in-post",
        earlier: "not published",
        now: "not published",
        change: "Cannot be compared: no value then or now",
      },
    ],
  });
});

test("as many answers as before are not said to be a reason, nor to be the same organisations", () => {
  const scene = sceneOf(answers(14), { before: before(...answers(14)) });
  expect(changesOf(scene, placeOf("Y56"), [])?.answered).toBe(
    "14 of 15 organisations answered; 14 of 15 had then. They need not be the same ones.",
  );
});

const covered = (value: number) => ({ place: "Y56", measure: "workforce-coverage", value }) as const;

test.each([
  [
    "fewer",
    80,
    90,
    /about 80% of the estimated workforce, and had 90% then: by that alone “staff in post, headcount” would have gone from 450 to about 400\.$/,
  ],
  [
    "as much of it",
    90,
    90,
    /about 90% of the estimated workforce, and had 90% then: how much .* is too little to tell/,
  ],
] as const)("how far a total moved by who answered alone is told: %s", (_, now, then, wanted) => {
  const scene = sceneOf([people(390), covered(now)], { before: before(people(450), covered(then)) });
  expect(changesOf(scene, placeOf("Y56"), ["vacancy-rate", "headcount"])?.byAnswers).toMatch(wanted);
});

test("of a rate, and where the share that answered is not known, nothing is told of it", () => {
  const known = sceneOf([people(390), covered(80)], { before: before(people(450), covered(90)) });
  expect(changesOf(known, placeOf("Y56"), ["vacancy-rate"])?.byAnswers).toBeNull();
  const unknown = sceneOf([people(390)], { before: before(people(450), covered(90)) });
  expect(changesOf(unknown, placeOf("Y56"), ["headcount"])?.byAnswers).toBeNull();
});

test("where everybody answered both times, nothing is put down to who answered", () => {
  const scene = sceneOf([people(390), covered(100), ...answers(15)], {
    before: before(people(450), covered(100), ...answers(15)),
  });
  expect(changesOf(scene, placeOf("Y56"), ["headcount"])).toMatchObject({
    answered: "All 15 organisations asked answered, as they had then.",
    byAnswers: null,
  });
});

test("of one measure, the earlier page is that measure's, and its link holds the release", () => {
  const scene = sceneOf([people(190)], { before: before(people(210)), held: true });
  const changes = changesOf(scene, placeOf("Y56"), ["headcount"]);
  expect(changes?.before.href).toBe("/places/Y56/headcount/r1");
  expect(changes?.rows[0]?.href).toBe("/places/Y56/headcount/r2");
});

test("a correction is held against what it corrects, and says so", () => {
  const scene = sceneOf([people(190)], {
    release: releaseOf({ number: 2, replaces: 1 }),
    before: before(people(190)),
  });
  expect(changesOf(scene, placeOf("Y56"), ["headcount"])?.before.corrected).toBe(true);
});

test("a place that the release before did not have is compared with nothing", () => {
  const scene = sceneOf([people(190)], { before: before(people(30, "Y60")) });
  expect(changesOf(scene, placeOf("Y56"), ["headcount"])).toMatchObject({
    before: { href: null },
    answered: null,
    rows: [],
  });
});

test("the first release has nothing before it", () => {
  expect(changesOf(sceneOf([people(190)]), placeOf("Y56"), ["headcount"])).toBeNull();
});

test("a board's pooled vacancy rates are said to move slowly, other figures of it not", () => {
  const rate = { place: "QKK", level: "board", measure: "vacancy-rate", value: 7, low: 5, high: 9 } as const;
  const pooled = { place: "QKK", level: "board", measure: "censuses-pooled", value: 2 } as const;
  const scene = sceneOf([rate, pooled], { before: before(rate) });
  const remarksOf = (measure: string) => changesOf(scene, placeOf("QKK"), [measure])?.remarks.join(" ");
  expect(remarksOf("vacancy-rate")).toContain("pool 2 censuses");
  expect(remarksOf("headcount")).not.toContain("pool");
});

test("the spread names where a value is least and most, without the place itself and the whole", () => {
  const rate = (place: string, value: number) => ({ place, measure: "vacancy-rate", value }) as const;
  const chartOf = (...values: ReturnType<typeof rate>[]) => {
    const chart = compareChart(
      sceneOf([rate("K02000001", 40), ...values]),
      placeOf("K02000001"),
      "vacancy-rate",
    );
    if (!chart) throw new Error("no chart");
    return spreadWords(chart);
  };
  expect(chartOf(rate("Y56", 9), rate("Y60", 4))).toBe("From 4% in the Midlands to 9% in London");
  expect(chartOf(rate("Y56", 9), rate("Y60", 9))).toBeNull();
  expect(chartOf(rate("Y56", 9))).toBeNull();
});

test("beside a map of boards it is said of what the spread is", () => {
  const chart = compareChart(
    sceneOf(["Y56", "Y60"].map((place, at) => ({ place, measure: "vacancy-rate", value: 9 - at }))),
    placeOf("E92000001"),
    "vacancy-rate",
  );
  const said = (level: "nation" | "united_kingdom") => spreadBesideMap(chart ?? undefined, level);
  expect(said("nation")).toBe("By region: from 8% in the Midlands to 9% in London.");
  expect(said("united_kingdom")).toMatch(/^By region and nation: from 8%/);
  expect(spreadBesideMap(undefined, "nation")).toBeNull();
});

test.each([
  ["vacant posts of those funded", 35, 551, "35 of 551 funded WTE are vacant"],
  ["more in post than funded", -3, 551, "3 WTE more in post than the 551 funded"],
  ["nothing where one of the two is withheld", null, 551, null],
])("%s", (_, vacancy, establishment, words) => {
  const scene = sceneOf([
    { place: "Y56", measure: "vacancy", value: vacancy, symbol: vacancy === null ? "c" : null },
    { place: "Y56", measure: "establishment", value: establishment },
  ]);
  expect(vacantWords(scene, placeOf("Y56"))).toBe(words);
});
