import { expect, test } from "vitest";
import { MEASURES } from "@/lib/measures/catalogue";
import { byTopic, TOPICS } from "@/lib/measures/topic";
import { measureList } from "./measure-list";
import { PAGE_MEASURES } from "./page-measures";

const EVERY = new Set(PAGE_MEASURES.map(({ id }) => id));
const idsOf = ({ topics }: ReturnType<typeof measureList>) =>
  topics.flatMap(({ measures }) => measures.map(({ id }) => id));

test("every measure is under a topic, and the topics are in their order", () => {
  const topics = byTopic(MEASURES);
  expect(topics.flatMap(({ measures }) => measures)).toHaveLength(MEASURES.length);
  expect(topics.map(({ id }) => id)).toEqual(TOPICS.map(({ id }) => id));
});

test("a release that speaks of everything lists everything, and names nothing as missing", () => {
  const list = measureList(EVERY, "region");
  expect(idsOf(list).sort()).toEqual([...EVERY].sort());
  expect(list).toMatchObject({ notSent: null, elsewhere: null });
});

test("a measure without a value anywhere is not listed, but named with the part that would give it", () => {
  const list = measureList(new Set([...EVERY].filter((id) => id !== "leaver-rate")), "region");
  expect(idsOf(list)).not.toContain("leaver-rate");
  expect(list.notSent).toMatch(/: leaver rate \(the joiners and leavers part\)\.$/);
});

test("a topic of which nothing was sent is named once, and not each of its measures", () => {
  const list = measureList(new Set(["headcount"]), "region");
  expect(idsOf(list)).toEqual(["headcount"]);
  expect(list.topics.map(({ id }) => id)).toEqual(["people"]);
  expect(list.notSent).toContain("all of “joining, leaving and staying” (the joiners and leavers part)");
  expect(list.notSent).not.toContain("stability");
});

test("for a board, what is published for nations and regions only is said to be so", () => {
  const list = measureList(EVERY, "board");
  expect(idsOf(list)).not.toContain("stability");
  expect(list.elsewhere).toContain("stability");
});
