import { beforeAll, describe, expect, it } from "vitest";
import { buildRelease } from "../build-release";
import type { LedgerEntry } from "../ledger";
import { randomNation } from "../nation.fixture";
import { attackHere } from "./attack-here";
import { attackRelease } from "./attack-release";
import { knowledgeOf } from "./knowledge";
import { loadSolver } from "./open-solver";
import { type Repaired, repairRelease } from "./repair";

const input = randomNation(1, 14);
let highs: Awaited<ReturnType<typeof loadSolver>>;
let repaired: Repaired;
let found: number[];
beforeAll(async () => {
  highs = await loadSolver();
  found = [];
  const attack = attackHere(highs, input);
  repaired = await repairRelease(input, async (assaults) => assaults.map(attack), {
    told: (_, findings) => found.push(findings.length),
  });
});

const attackedWith = (ledger: readonly LedgerEntry[]): number => {
  const again = { ...input, ledger };
  return attackRelease(highs, knowledgeOf({ input: again, built: buildRelease(again) })).length;
};

describe("a release that is attacked and mended", () => {
  it("is found wanting at first, and at last not", () => {
    expect(found[0]).toBeGreaterThan(2);
    expect(found.length).toBeGreaterThan(2);
    expect(found.at(-1)).toBe(0);
    expect(repaired.redrawn.length).toBeGreaterThan(0);
    expect(repaired.withheld.length).toBeGreaterThan(0);
  });

  it("withstands an attack by its ledger alone", () => {
    expect(attackedWith(repaired.built.ledger)).toBe(0);
  });

  it("draws no cell more often than it may, and never draws one again that it withholds", () => {
    for (const { draws } of repaired.built.ledger) expect(draws).toBeLessThanOrEqual(4);
    for (const ident of repaired.withheld)
      expect(repaired.built.ledger.find((entry) => entry.ident === ident)?.withheld).toBe(true);
  });

  it("is found wanting again when one repair is undone", () => {
    const undone = [...repaired.withheld, ...repaired.redrawn].some((ident) => {
      const ledger = repaired.built.ledger.map((entry) =>
        entry.ident === ident ? { ...entry, draws: 0, withheld: false } : entry,
      );
      return attackedWith(ledger) > 0;
    });
    expect(undone).toBe(true);
  });
});
