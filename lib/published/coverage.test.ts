import { expect, test } from "vitest";
import { contributorsOf } from "@/lib/disclosure/reason";
import { coverageOf } from "./coverage";
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
  ["Y56", "Y56"],
  ["a%20b", "a b"],
  ["%E0%A4%A", "%E0%A4%A"],
])("the segment %s is read as %s", (given, read) => expect(decodeSegment(given)).toBe(read));
