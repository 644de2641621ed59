import { describe, expect, it } from "vitest";
import { buildRelease } from "./build-release";
import type { LedgerEntry } from "./ledger";
import { nationOf } from "./nation.fixture";

const CORRECTIONS = 12;

/**
 * An insider corrects its own return again and again, one person at a time, and watches its board's headcount. What
 * can it know of the sum of the others? All sums that would have given the same figures, for a rule that it knows
 * but for the cut point.
 */
function sumsThatFit(
  seen: readonly { own: number; published: number }[],
  rule: (count: number, cut: number) => number,
  cuts: readonly number[],
): number[] {
  const fits: number[] = [];
  for (let others = 0; others <= 100; others += 1) {
    if (cuts.some((cut) => seen.every(({ own, published }) => rule(others + own, cut) === published)))
      fits.push(others);
  }
  return fits;
}

function watched(others: readonly [number, number]): { own: number; published: number }[] {
  let ledger: LedgerEntry[] = [];
  return Array.from({ length: CORRECTIONS }, (_, release) => {
    const own = 7 + release;
    const built = buildRelease(
      nationOf(
        [
          { code: "ZT001", under: "QA1", staff: own },
          { code: "ZT002", under: "QA1", staff: others[0] },
          { code: "ZT003", under: "QA1", staff: others[1] },
        ],
        { ledger, release: release + 1 },
      ),
    );
    ledger = built.ledger;
    const board = built.figures.find(
      ({ cellId }) => cellId === "board:QA1:headcount:all:all:returned:public",
    );
    return { own, published: board?.value ?? 0 };
  });
}

describe("an organisation that corrects its own return twelve times", () => {
  it.each([[[9, 4]], [[23, 17]], [[5, 1]], [[30, 11]]] as const)(
    "never knows the sum of %j to better than five",
    (others) => {
      const seen = watched(others);
      const fits = sumsThatFit(seen, (count, cut) => 5 * Math.floor((count + cut) / 5), [0, 1, 2, 3, 4]);
      expect(fits).toContain(others[0] + others[1]);
      expect(Math.max(...fits) - Math.min(...fits)).toBeGreaterThanOrEqual(4);
    },
  );

  it("would know it exactly if the nearest five were published: the probe can find something", () => {
    const nearest = (count: number): number => 5 * Math.round(count / 5);
    const seen = Array.from({ length: CORRECTIONS }, (_, at) => ({
      own: 7 + at,
      published: nearest(13 + 7 + at),
    }));
    expect(sumsThatFit(seen, nearest, [0])).toEqual([13]);
  });
});
