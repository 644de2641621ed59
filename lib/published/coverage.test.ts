import { expect, test } from "vitest";
import { contributorsOf } from "@/lib/disclosure/reason";
import { coverageOf, restsOn, restsSentence, restsWords } from "./coverage";
import { decodeSegment } from "./decode-segment";
import { placeOf, sceneOf } from "./scene.fixture";

const scene = sceneOf([
  { place: "Y56", measure: "organisations", value: 20 },
  { place: "Y56", measure: "organisations-responded", value: 18 },
  { place: "Y56", measure: contributorsOf("repairs-received"), value: 7 },
  { place: "Y56", measure: contributorsOf("devices"), value: 18 },
]);

test.each([
  [
    "the page of all",
    null,
    /^18 of the 20 organisations asked have answered\. Those that have not are missing .* zero\.$/,
  ],
  [
    "a measure that fewer spoke of",
    "repairs-received",
    /as zero\. This figure rests on the 7 that said how many repairs/,
  ],
  ["one of which all that answered spoke", "devices", /as zero\.$/],
  ["staff, of whom every return speaks", "headcount", /as zero\.$/],
] as const)("who answered is told on %s", (_, measure, wanted) => {
  expect(coverageOf(scene, placeOf("Y56"), measure)?.sentence).toMatch(wanted);
});

test.each([
  [1, 1, "The one organisation asked has answered."],
  [1, 0, "The one organisation asked has not answered."],
  [2, 2, "Both organisations asked have answered."],
  [3, 3, "All 3 organisations asked have answered."],
  [3, 0, "None of the 3 organisations asked has answered."],
  [3, 2, "2 of the 3 organisations asked have answered."],
  [3, 1, "Few have answered: 1 of the 3 organisations asked."],
])("of %s asked %s answered, and it reads as one would say it", (asked, answered, begin) => {
  const few = sceneOf([
    { place: "Y56", measure: "organisations", value: asked },
    { place: "Y56", measure: "organisations-responded", value: answered },
  ]);
  expect(coverageOf(few, placeOf("Y56"))?.sentence.startsWith(begin)).toBe(true);
});

test.each([
  ["repairs-received", { count: 7, answered: 18 }],
  ["headcount", { count: 18, answered: 18 }],
  ["responded", null],
  ["joiners", null],
])("on how many the measure %s rests is what the release says, or not known", (measure, rests) => {
  expect(restsOn(scene.figures, "Y56", measure)).toEqual(rests);
});

test.each([
  [7, 18, "from 7 of 18 organisations", "From 7 of the 18 organisations that answered."],
  [18, 18, "from all 18 organisations", "From all 18 organisations that answered."],
  [2, 2, "from both organisations", "From both organisations that answered."],
  [1, 1, "from the one organisation", "From the one organisation that answered."],
])("%s of %s in words", (count, answered, words, sentence) => {
  expect(restsWords({ count, answered })).toBe(words);
  expect(restsSentence({ count, answered })).toBe(sentence);
});

test.each([
  ["Y56", "Y56"],
  ["a%20b", "a b"],
  ["%E0%A4%A", "%E0%A4%A"],
])("the segment %s is read as %s", (given, read) => expect(decodeSegment(given)).toBe(read));
