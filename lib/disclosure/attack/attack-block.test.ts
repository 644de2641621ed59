import { beforeAll, describe, expect, it } from "vitest";
import { buildRelease } from "../build-release";
import type { Interval } from "../interval";
import { nationOf, randomNation } from "../nation.fixture";
import type { ReleaseInput } from "../release-input";
import { type AttackOptions, attackBlock, type Finding } from "./attack-block";
import { blocksOf } from "./blocks";
import { type Knowledge, knowledgeOf } from "./knowledge";
import { GROUPS } from "./measured";
import { loadSolver } from "./open-solver";
import { byExactFigures, byHospitalStatistics, manyBoards, releasedBy } from "./released-otherwise.fixture";
import type { Statement } from "./statement";

let highs: Awaited<ReturnType<typeof loadSolver>>;
beforeAll(async () => {
  highs = await loadSolver();
});

const known = (input: ReleaseInput): Knowledge => knowledgeOf({ input, built: buildRelease(input) });
const attack = (knowledge: Knowledge, options: AttackOptions = {}): Finding[] =>
  blocksOf(knowledge).flatMap((block) =>
    GROUPS.flatMap((group) => attackBlock(highs, knowledge, block, group, options)),
  );
const who = ({ attacker }: Finding): string =>
  "organisation" in attacker ? `${attacker.kind} ${attacker.organisation}` : attacker.kind;
const of = (findings: readonly Finding[], cell: string) =>
  findings
    .filter((finding) => finding.cell === cell)
    .map((finding) => `${who(finding)}: ${finding.low} to ${finding.high}`);

const board = (...staff: readonly number[]) =>
  staff.map((people, at) => ({ code: `ZT00${at + 1}`, under: "QA1", staff: people }));
/** Only these totals are published, between these bounds. */
const onlyTotals = (totals: Readonly<Record<string, Interval>>) => (_: number, statement: Statement) =>
  (statement.part === null && statement.measure === "headcount" && totals[statement.place]) || null;

describe("somebody who knows all organisations of a board but one", () => {
  it.each([
    { shown: 25, known: { low: 21, high: 29 }, found: [] },
    { shown: 20, known: { low: 16, high: 24 }, found: ["F ZT003: 0 to 3"] },
    { shown: "the exact 23", known: { low: 23, high: 23 }, found: ["F ZT003: 2 to 2"] },
  ])("learns of two people beside 12 and 9, from a total of $shown: $found", ({ known: total, found }) => {
    const release = releasedBy(known(nationOf(board(12, 9, 2))), onlyTotals({ QA1: total }));
    const findings = attack(release, { insiders: [] });
    expect(of(findings, "headcount|ZT003|all")).toEqual(found);
    expect(findings.every(({ cell }) => cell.includes("ZT003"))).toBe(true);
  });
});

describe("an organisation that knows its own figures", () => {
  it("subtracts itself from the total, and learns of both others what they are together", () => {
    const release = releasedBy(known(nationOf(board(12, 2, 1))), onlyTotals({ QA1: { low: 15, high: 15 } }));
    const findings = attack(release, { correct: false });
    expect(of(findings, "headcount|QA1|all|less ZT001")).toEqual(["I ZT001: 3 to 3"]);
    expect(of(findings, "headcount|ZT002|all")).toEqual(["F ZT002: 2 to 2", "I ZT001: 0 to 3"]);
  });

  /** The board's total by a cut point, and perhaps what another of its organisations has. */
  const drawnWith = (cut: number, more: Readonly<Record<string, Interval>>): Knowledge => {
    const shown = 5 * Math.floor((15 + cut) / 5);
    const totals = { QA1: { low: shown - 4, high: shown + 4 }, ...more };
    return {
      ...releasedBy(known(nationOf(board(12, 2, 1))), onlyTotals(totals)),
      cutOf: () => ({ whole: cut, fraction: 0 }),
    };
  };

  it.each([0, 1, 4])(
    "is found to learn nothing but its own cut point, be it %i, by correcting its return",
    (cut) => {
      const findings = attack(drawnWith(cut, {}), { insiders: ["ZT001"] });
      expect(of(findings, "headcount|QA1|all|less ZT001")).toEqual([]);
    },
  );

  it("is found where more is published than its cut point tells: three others are 1 to 3 in place of 0 to 3", () => {
    const findings = attack(drawnWith(0, { ZT002: { low: 1, high: 9 } }), { insiders: ["ZT001"] });
    expect(of(findings, "headcount|QA1|all|less ZT001")).toEqual(["I+ ZT001: 1 to 3"]);
  });

  it("is found with a narrow cut point too where it need not correct anything", () => {
    const findings = attack(drawnWith(0, { QA1: { low: 13, high: 15 } }), { insiders: ["ZT001"] });
    expect(of(findings, "headcount|QA1|all|less ZT001")).toEqual(["I ZT001: 1 to 3"]);
  });
});

describe("the public", () => {
  it("subtracts a board from its region, and pins the one organisation beside it", () => {
    const nation = nationOf([...board(20, 11, 7), { code: "ZT009", under: "QA2", staff: 2 }]);
    const exact = releasedBy(
      known(nation),
      onlyTotals({ Y01: { low: 40, high: 40 }, QA1: { low: 38, high: 38 } }),
    );
    expect(of(attack(exact, { insiders: [] }), "headcount|ZT009|all")).toEqual(["P: 2 to 2"]);
  });

  it("subtracts the other regions from the nation, where a region's own figure is withheld", () => {
    const south = ["ZT011", "ZT012", "ZT013"].map((code) => ({ code, under: "QB1", staff: 9 }));
    const nation = nationOf([...board(2, 0, 0), ...south]);
    const exact = releasedBy(
      known(nation),
      onlyTotals({ E92000001: { low: 29, high: 29 }, Y02: { low: 27, high: 27 } }),
    );
    expect(of(attack(exact, { insiders: [] }), "headcount|QA1|all")).toEqual(["P: 2 to 2"]);
  });
});

describe("a release under another rule", () => {
  const nation = manyBoards(3, 18);

  const cells = (findings: readonly Finding[]): number => new Set(findings.map(({ cell }) => cell)).size;

  it("gives many small counts away by the rule of hospital statistics, and more by exact figures", () => {
    const drawn = cells(attack(known(nation), { insiders: [], correct: false }));
    const stars = cells(attack(releasedBy(known(nation), byHospitalStatistics), { insiders: [] }));
    const exact = cells(attack(releasedBy(known(nation), byExactFigures), { insiders: [] }));
    // Of the same 18 organisations, without any insider.
    expect(stars).toBeGreaterThan(2 * drawn);
    expect(stars).toBeGreaterThan(25);
    expect(exact).toBeGreaterThan(200);
  });
});

describe("a release as it is drawn, before anything is repaired", () => {
  it.each([1, 2])("is attacked by rows that the truth fulfils, and is found wanting (seed %i)", (seed) => {
    const findings = attack(known(randomNation(seed, 14)));
    expect(findings.length).toBeGreaterThan(0);
    for (const { low, high } of findings) expect(high - low).toBeLessThan(4);
  });

  it("is found wanting in the same cells whatever the order of what it is made from", () => {
    const input = randomNation(4, 12);
    const shuffled = {
      ...input,
      geography: input.geography.toReversed(),
      staff: input.staff.toReversed(),
      posts: input.posts.toReversed(),
    };
    const lines = (one: ReleaseInput): string[] =>
      attack(known(one))
        .map((finding) => `${who(finding)} ${finding.cell} ${finding.low} ${finding.high}`)
        .sort();
    expect(lines(shuffled)).toEqual(lines(input));
  });
});

describe("a figure that is not of the truth", () => {
  it("is refused: an attacker who is wrong has found nothing out", () => {
    const release = releasedBy(known(nationOf(board(12, 9, 2))), onlyTotals({ QA1: { low: 40, high: 48 } }));
    expect(() => attack(release)).toThrow("is not");
  });
});
