import { expect, test } from "vitest";
import { awaitedCensuses, awaitedSentence } from "./awaited-censuses";
import { releaseOf } from "./scene.fixture";

const EXPECTED = ["2024-03-31", "2025-03-31"];

test("a census is awaited until a release speaks for it", () => {
  expect(awaitedCensuses(EXPECTED, [releaseOf()])).toEqual(EXPECTED);
  const first = releaseOf({ number: 3, census: "2024-03-31" });
  expect(awaitedCensuses(EXPECTED, [releaseOf(), first])).toEqual(["2025-03-31"]);
  const second = releaseOf({ number: 4, census: "2025-03-31" });
  expect(awaitedCensuses(EXPECTED, [releaseOf(), first, second])).toEqual([]);
});

test("beside real figures nothing of a sample is awaited", () => {
  expect(awaitedCensuses(EXPECTED, [releaseOf({ synthetic: false })])).toEqual([]);
  expect(awaitedCensuses(EXPECTED, [])).toEqual([]);
});

test("what is loaded before a release is named on its pages, and what comes after it is not", () => {
  expect(awaitedSentence(EXPECTED, releaseOf())).toMatch(
    /^Not loaded yet: the sample's censuses of 31 March 2024 and 31 March 2025\./,
  );
  expect(awaitedSentence(EXPECTED, releaseOf({ census: "2025-03-31" }))).toMatch(/census of 31 March 2024\./);
  expect(awaitedSentence(EXPECTED, releaseOf({ census: "2024-03-31" }))).toBeNull();
});
