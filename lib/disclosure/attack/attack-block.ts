import type { Highs } from "highs";
import type { Interval } from "../interval";
import { N_ORG, W } from "../thresholds";
import { type Attacker, totalsOf } from "./attackers";
import type { Knowledge } from "./knowledge";
import type { Measured } from "./measured";
import { type OpenBlock, openBlock, type Pinned } from "./open-block";
import { spansByOwnCut } from "./own-cut";
import type { Statement } from "./statement";
import { type Target, targetsOf } from "./targets";

/** A count of people that can be pinned too closely, by whom, how closely, and by which published figures. */
export type Finding = { attacker: Attacker; cell: string; by: readonly Statement[] } & Interval;

/** A region, or a nation without regions: what is attacked as one. */
export type Block = {
  place: string;
  organisations: readonly string[];
  /** The places that are wholly in it, from organisations upwards. */
  places: readonly string[];
  boards: readonly string[];
};

export type AttackOptions = {
  /** Which organisations attack; all of the block where it is not said. */
  insiders?: readonly string[];
  /** Whether they correct their returns: under a rule without secret cut points that tells them nothing. */
  correct?: boolean;
  /** Which counts are looked at, by name (`Target.cell`); every small one where it is not said. */
  cells?: ReadonlySet<string>;
};

/** Knows no cut point. */
const NOBODY = (_: ReadonlySet<string>): boolean => false;

const report = (attacker: Attacker, found: readonly Pinned[]): Finding[] =>
  found.map(({ cell, low, high, by }) => ({ attacker, cell, low, high, by }));

function but<T extends Target>(targets: readonly T[], known: readonly Target[]): T[] {
  const cells = new Set(known.map(({ cell }) => cell));
  return targets.filter(({ cell }) => !cells.has(cell));
}

/** Whose columns are open together while all others are exact: boards, and what is under none. */
function clustersOf({ organisations, boards }: Block, { organisationsAt }: Knowledge): (readonly string[])[] {
  const inBoards = boards.map((board) => organisationsAt(board));
  const under = new Set(inBoards.flat());
  const others = organisations.filter((code) => !under.has(code));
  return others.length === 0 ? inBoards : [...inBoards, others];
}

/** Large organisations that are open beside a board: where so much is possible, a region's figures are slack. */
const HELPERS = 3;

function bySize(organisations: readonly string[], { columnsOf, truth }: OpenBlock["laid"]): string[] {
  const size = new Map(
    organisations.map((code) => [code, columnsOf(code).reduce((sum, at) => sum + (truth[at] ?? 0), 0)]),
  );
  return [...organisations].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** Somebody who knows all organisations of a board but one, in total: looks at the counts of that one. */
function byAllButOne(
  { laid, columnsOf, doubtful, doubtfulOfPart, pinned }: OpenBlock,
  targets: readonly Target[],
  board: readonly string[],
): Finding[] {
  if (board.length < N_ORG) return [];
  return board.flatMap((organisation) => {
    const attacker: Attacker = { kind: "F", organisation };
    const others = new Set(
      totalsOf(
        laid,
        board.filter((code) => code !== organisation),
      ),
    );
    const own = targets.filter((target) => target.organisations.join() === organisation);
    const unknown = columnsOf(board).filter((column) => !others.has(column));
    const left = doubtful(doubtfulOfPart(own, unknown, NOBODY), unknown, NOBODY);
    return report(attacker, pinned(attacker, left, board));
  });
}

/** What one organisation pins: before it corrects its return and, where it does so, after. */
function byInsider(
  { laid, columnsOf, doubtfulOfPart, pinned }: OpenBlock,
  targets: readonly Target[],
  organisation: string,
  {
    cluster,
    helpers,
    block,
    correct,
  }: { cluster: readonly string[]; helpers: readonly string[]; block: Block; correct: boolean },
): Finding[] {
  const insider: Attacker = { kind: "I", organisation };
  const corrected: Attacker = { kind: "I+", organisation };
  const others = (codes: readonly string[]): number[] =>
    columnsOf(codes.filter((code) => code !== organisation));
  const near = others([...cluster, ...helpers]);
  const all = others(block.organisations);
  const sift = (asked: readonly Target[], learns: typeof NOBODY): readonly Target[] =>
    doubtfulOfPart(doubtfulOfPart(asked, near, learns), all, learns);
  if (!correct) return report(insider, pinned(insider, sift(targets, NOBODY)));

  const spanOf = spansByOwnCut(laid, organisation);
  const asked = targets.map((target) => ({ ...target, span: Math.min(target.span, spanOf(target)) }));
  const after = pinned(
    corrected,
    sift(asked, (members) => members.has(organisation)),
  );
  // What it pins after, it may have pinned before; and what its cut points alone tell it, all the more.
  const narrowByCut = new Set(asked.filter(({ span }) => span < W).map(({ cell }) => cell));
  const pinnedAfter = new Set(after.map(({ cell }) => cell));
  const before = pinned(insider, [
    ...targets.filter(({ cell }) => pinnedAfter.has(cell)),
    ...sift(
      targets.filter(({ cell }) => narrowByCut.has(cell) && !pinnedAfter.has(cell)),
      NOBODY,
    ),
  ]);
  return [...report(insider, before), ...report(corrected, but(after, before))];
}

/**
 * Attacks one block, one group of sums. Whatever a member knows, every insider knows too, and what an insider knows it
 * knows after correcting its return: so the strongest attackers look at every small count, and the weaker ones only at
 * what they could pin. A count is reported for the weakest attacker that can pin it, and for insiders one by one.
 *
 * Most counts need no large program: one that could be otherwise though everything beyond its board is exact, is pinned
 * by nobody who stands outside the board.
 */
export function attackBlock(
  highs: Highs,
  knowledge: Knowledge,
  block: Block,
  group: readonly Measured[],
  { insiders = block.organisations, correct = true, cells }: AttackOptions = {},
): Finding[] {
  const opened = openBlock(highs, knowledge, block.organisations, group);
  const { laid, columnsOf, doubtful, doubtfulOfPart, pinned } = opened;
  const clusters = clustersOf(block, knowledge);
  try {
    const largest = bySize(block.organisations, laid);
    const lookedAt = (without: string | null): Target[] =>
      targetsOf(group, block.places, knowledge, laid, without).filter(({ cell }) => cells?.has(cell) ?? true);
    const all = lookedAt(null);
    // As an organisation outside the cluster, which has corrected its return, sees the counts in it.
    let open: readonly Target[] = all;
    for (const cluster of clusters) {
      const inside = new Set(cluster);
      const learns = (members: ReadonlySet<string>): boolean =>
        correct && [...members].some((code) => !inside.has(code));
      open = doubtfulOfPart(open, columnsOf(cluster), learns);
    }
    const byMembers = pinned({ kind: "M" }, doubtfulOfPart(open, columnsOf(block.organisations), NOBODY));
    const byPublic = pinned({ kind: "P" }, byMembers);
    const findings = [...report({ kind: "P" }, byPublic), ...report({ kind: "M" }, but(byMembers, byPublic))];
    for (const board of block.boards)
      findings.push(...byAllButOne(opened, but(all, byPublic), knowledge.organisationsAt(board)));

    for (const cluster of clusters) {
      const near = new Set(cluster);
      const attackers = insiders.filter((code) => near.has(code));
      if (attackers.length === 0) continue;
      // Beyond the cluster: what could be otherwise with everything in it exact, none of its organisations pins.
      const learns = (members: ReadonlySet<string>): boolean =>
        correct && cluster.some((code) => members.has(code));
      const outside = columnsOf(block.organisations.filter((code) => !near.has(code)));
      const beyond = doubtful(
        doubtfulOfPart(
          but(open, byMembers).filter((target) => target.organisations.every((code) => !near.has(code))),
          outside,
          learns,
        ),
        outside,
        learns,
      );
      const helpers = largest.filter((code) => !near.has(code)).slice(0, HELPERS);
      for (const organisation of attackers) {
        const inCluster = lookedAt(organisation).filter((target) =>
          target.organisations.some((code) => near.has(code)),
        );
        const targets = but([...inCluster, ...beyond], byMembers);
        findings.push(...byInsider(opened, targets, organisation, { cluster, helpers, block, correct }));
      }
    }
    return findings;
  } finally {
    opened.dispose();
  }
}
