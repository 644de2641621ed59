import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "@/lib/disclosure/figure";
import { differenceOf, kindOf } from "./release-differences";
import { figureOf } from "./scene.fixture";

const figure = (cellId: string, more: Partial<Figure>): Figure => ({
  ...figureOf({ place: "K02000001", measure: "headcount", value: 5 }),
  cellId,
  ...more,
});

test("changed, new, gone and same, by measure and figure by figure", () => {
  const before = [
    figure("a", { measure: "headcount", value: 5 }),
    figure("b", { measure: "headcount", value: 10 }),
    figure("c", { measure: "headcount", value: null, symbol: "c" }),
    figure("d", { measure: "in-post", value: 5 }),
  ];
  const now = [
    figure("a", { measure: "headcount", value: 5 }),
    figure("b", { measure: "headcount", value: 15 }),
    figure("c", { measure: "headcount", value: null, symbol: "<5" }),
    figure("e", { measure: "in-post", value: 5 }),
  ];
  const { figures, measures } = differenceOf(before, now);
  expect(figures.map((one) => [kindOf(one), (one.now ?? one.before)?.cellId])).toEqual([
    ["changed", "b"],
    ["changed", "c"],
    ["gone", "d"],
    ["added", "e"],
  ]);
  expect(measures).toEqual([
    { measure: "headcount", changed: 2, added: 0, gone: 0, same: 1 },
    { measure: "in-post", changed: 0, added: 1, gone: 1, same: 0 },
  ]);
});

test("an interval alone that moved is a change", () => {
  const { figures } = differenceOf([figure("a", { high: 9 })], [figure("a", { high: 10 })]);
  expect(figures).toHaveLength(1);
});

const cells = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
const asFigures = (ids: readonly number[], value: number) =>
  ids.map((id) =>
    figure(`${id}`, { value: id % 3 === 0 ? value : 5, measure: id % 2 ? "headcount" : "in-post" }),
  );

test("against itself nothing differs, and turned round what is new is what is gone", () => {
  fc.assert(
    fc.property(cells, cells, (one, other) => {
      const [a, b] = [asFigures(one, 10), asFigures(other, 15)];
      expect(differenceOf(a, a).figures).toEqual([]);
      const turned = differenceOf(b, a).figures.map(({ before, now }) => ({ before: now, now: before }));
      expect(turned).toEqual(differenceOf(a, b).figures);
    }),
  );
});
