import { describe, expect, test } from "vitest";
import { releaseOf } from "@/lib/published/scene.fixture";
import { checklistOf, obstacleIn, type ReleaseFacts } from "./checklist";

const ready: ReleaseFacts = {
  release: {
    ...releaseOf({ number: 5 }),
    status: "in_review",
    synthetic: false,
    about: "New.",
    replaces: 4,
    collectionOpen: false,
  },
  builtBy: "one",
  publishedNow: 4,
  publishedBefore: 1,
  withdrawn: [],
  queried: [],
  answers: { asked: 10, answered: 7 },
  heldAgainst: null,
  readings: [],
};
const synthetic = { ...ready, release: { ...ready.release, synthetic: true } };
const real = (facts: ReleaseFacts) =>
  obstacleIn(checklistOf(facts, "two").filter(({ code }) => code !== "not-attacked"))?.code;

test("with nothing left to do nothing stops it", () => {
  expect(obstacleIn(checklistOf(synthetic, "two"))).toBeNull();
});

describe("what stops a release", () => {
  test.each<[string, string, Partial<ReleaseFacts>]>([
    ["its builder", "second-person-needed", { builtBy: "two" }],
    ["another that was published since", "built-before-another", { publishedNow: 6 }],
    ["what it corrects being withdrawn", "built-before-another", { publishedNow: null }],
    ["a return withdrawn since", "built-before-a-withdrawal", { withdrawn: ["RAA"] }],
    ["a closed census corrected twice", "corrections-spent", { publishedBefore: 3 }],
    ["saying nothing of itself", "about-missing", { release: { ...ready.release, about: null } }],
    ["few answers", "response-low", { answers: { asked: 10, answered: 6 } }],
    ["answers that it does not tell", "response-low", { answers: null }],
    ["an open question", "queries-open", { queried: ["RAA"] }],
    ["changes that were not read", "changes-unread", { heldAgainst: 4 }],
  ])("%s", (_, code, change) => {
    expect(real(ready)).toBeUndefined();
    expect(real({ ...ready, ...change })).toBe(code);
  });

  test("real organisations that nobody has attacked", () => {
    expect(obstacleIn(checklistOf(ready, "two"))?.code).toBe("not-attacked");
  });
});

test("a closed census may be corrected a second time, an open one or an invented one at will", () => {
  expect(real({ ...ready, publishedBefore: 2 })).toBeUndefined();
  expect(
    real({ ...ready, publishedBefore: 9, release: { ...ready.release, collectionOpen: true } }),
  ).toBeUndefined();
  expect(obstacleIn(checklistOf({ ...synthetic, publishedBefore: 9 }, "two"))).toBeNull();
});

test("a reason holds for who gave it only", () => {
  const facts = {
    ...ready,
    queried: ["RAA"],
    readings: [{ item: "queries-open", person: "three", words: "So.", at: "2026-11-24T12:00:00Z" }],
  };
  expect(real(facts)).toBe("queries-open");
  expect(obstacleIn(checklistOf(facts, "three").filter(({ code }) => code !== "not-attacked"))).toBeNull();
});

test("many organisations are counted, not named", () => {
  const queried = ["A", "B", "C", "D", "E", "F", "G"];
  const item = checklistOf({ ...ready, queried }, "two").find(({ code }) => code === "queries-open");
  expect(item?.words).toBe("Questions about the returns of A, B, C, D, E and 2 more are not closed.");
});
