import { expect, test } from "vitest";
import { earlierThan, latestRelease, newerThan, type Release, releaseBefore, seriesOf } from "./release";
import { releaseOf } from "./scene.fixture";

const r1 = releaseOf({ number: 1, census: "2025-03-31" });
const r2 = releaseOf({ number: 2, census: "2026-03-31" });
const r1corrected: Release = { ...r1, status: "corrected" };
const r2corrected: Release = { ...r2, status: "corrected" };
const r3 = releaseOf({ number: 3, census: "2025-03-31", replaces: 1 });
const r4 = releaseOf({ number: 4, census: "2026-03-31", replaces: 2 });

test.each([
  ["of the latest census, whatever its number", [r3, r2, r1corrected], 2],
  ["none before the first", [], undefined],
  ["not one that has been withdrawn", [{ ...r2, status: "withdrawn" as const }, r1], 1],
  ["not one that has been corrected", [r1corrected, r3], 3],
])("the latest release: %s", (_, releases, number) => {
  expect(latestRelease(releases)?.number).toBe(number);
});

test("each census is spoken for by its published release, oldest first", () => {
  expect(seriesOf([r2, r3, r1corrected]).map(({ number }) => number)).toEqual([3, 2]);
});

test("the censuses before a release do not hold its own or a later one", () => {
  expect(earlierThan([r1, r2], r2)).toEqual([r1]);
  expect(earlierThan([r1, r2], r1)).toEqual([]);
});

test("the invented and the real are never of one series", () => {
  const real = { ...r2, synthetic: false };
  expect(earlierThan([r1, real], real)).toEqual([]);
  expect(releaseBefore([r1, real], real)).toBeNull();
});

test.each([
  ["the census before", [r1, r2], r2, 1],
  ["nothing, for the first", [r1, r2], r1, undefined],
  ["what it corrects, rather than the census before", [r1corrected, r3], r3, 1],
  ["the census before, where that came after what it corrects", [r2corrected, r3, r4], r4, 3],
  ["the correction of the census before, not what was corrected", [r1corrected, r2, r3], r2, 3],
  ["nothing that has been withdrawn", [{ ...r1, status: "withdrawn" as const }, r3], r3, undefined],
])("a release is held against %s", (_, releases, release, number) => {
  expect(releaseBefore(releases as Release[], release)?.number).toBe(number);
});

test.each([
  ["an older census has the latest to go on to", [r1, r2], r1, 2],
  ["the latest has none", [r1, r2], r2, undefined],
  ["a corrected one has its correction", [r1corrected, r3], r1corrected, 3],
  [
    "a withdrawn latest sends nobody back in time",
    [{ ...r2, status: "withdrawn" as const }, r1],
    r2,
    undefined,
  ],
])("what to read instead: %s", (_, releases, release, number) => {
  expect(newerThan(releases as Release[], release)?.number).toBe(number);
});
