import { describe, expect, it } from "vitest";
import type { CutPoint } from "../draw";
import { roundPeople, roundWte, WTE_UNITS } from "../draw";
import { boundsOfDifference, boundsOfFigure } from "./people-row";
import type { Statement } from "./statement";

const statement = (change: Partial<Statement>): Statement => ({
  cellId: "a cell",
  audience: "public",
  level: "board",
  place: "QA1",
  measure: "in-post",
  measured: "in-post",
  members: [],
  part: null,
  ident: "an ident",
  known: { low: 0, high: 0 },
  reach: 5,
  people: null,
  shown: 0,
  ...change,
});

/** Every way in which so many people, working tenths of a WTE, can be published. */
function* published(people: number) {
  for (let tenths = 0; tenths <= 10 * people; tenths += 1)
    for (let whole = 0; whole < 5; whole += 1)
      for (const fraction of [0, 0.25, 0.9]) {
        const cut: CutPoint = { whole, fraction: fraction * WTE_UNITS };
        const shownPeople = roundPeople(people, cut);
        if (shownPeople === 0) continue;
        const wte = Math.min(roundWte((tenths * WTE_UNITS) / 10, cut, 5), shownPeople);
        yield { people, wte: tenths / 10, cut: { whole, fraction }, shownPeople, shownWte: wte };
      }
}

describe("what WTE and people with one cut point say of each other", () => {
  it("holds however they fall, and comes within a tenth of both its bounds", () => {
    const reached = new Map<number, { low: number; high: number }>();
    for (let people = 1; people <= 14; people += 1)
      for (const seen of published(people)) {
        const said = boundsOfDifference(
          statement({ people: seen.shownPeople, shown: seen.shownWte }),
          people - seen.wte,
          seen.cut,
        );
        const difference = people - seen.wte;
        for (const { low, high } of [said.published, said.learnt]) {
          expect(difference).toBeGreaterThanOrEqual(low - 1e-9);
          expect(difference).toBeLessThanOrEqual(high + 1e-9);
        }
        if (seen.shownWte === seen.shownPeople) continue;
        const apart = seen.shownPeople - seen.shownWte;
        const at = reached.get(apart) ?? { low: difference, high: difference };
        reached.set(apart, { low: Math.min(at.low, difference), high: Math.max(at.high, difference) });
      }
    expect(reached.get(5)?.low).toBeLessThanOrEqual(0.2);
    expect(reached.get(5)?.high).toBeGreaterThanOrEqual(9.8);
  });
});

describe("what who corrects a return learns of a figure", () => {
  it.each([
    { what: "people", isCount: true, reach: 4, width: 4 },
    { what: "WTE to five", isCount: false, reach: 5, width: 5 },
    { what: "posts to one", isCount: false, reach: 1, width: 1 },
  ])("is the sum of $what to $width", ({ isCount, reach, width }) => {
    for (let exact = 6; exact < 20; exact += 1)
      for (let whole = 0; whole < 5; whole += 1) {
        const known = { low: exact - 9, high: exact + 9 };
        const { learnt } = boundsOfFigure(
          statement({ known, reach }),
          exact,
          { whole, fraction: 0.5 },
          isCount,
        );
        expect(learnt.high - learnt.low).toBeCloseTo(width, 9);
        expect(learnt.low).toBeLessThanOrEqual(exact);
        expect(learnt.high).toBeGreaterThanOrEqual(exact);
      }
  });
});
