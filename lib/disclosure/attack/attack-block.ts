import type { Highs } from "highs";
import type { Interval } from "../interval";
import { N_ORG } from "../thresholds";
import { type Attacker, totalsOf } from "./attackers";
import type { Knowledge } from "./knowledge";
import type { Measured } from "./measured";
import { type OpenBlock, openBlock, type Pinned } from "./open-block";
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
};

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

/** Somebody who knows all organisations of a board but one, in total: looks at the counts of that one. */
function byAllButOne(
  { laid, columnsOf, doubtful, pinned }: OpenBlock,
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
    return report(
      attacker,
      pinned(
        attacker,
        doubtful(own, unknown, () => false),
        board,
      ),
    );
  });
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
  { insiders = block.organisations, correct = true }: AttackOptions = {},
): Finding[] {
  const opened = openBlock(highs, knowledge, block.organisations, group);
  const { laid, columnsOf, doubtful, pinned } = opened;
  const clusters = clustersOf(block, knowledge);
  try {
    const all = targetsOf(group, block.places, knowledge, laid, null);
    // As an organisation outside the cluster, which has corrected its return, sees the counts in it.
    let open: readonly Target[] = all;
    for (const cluster of clusters) {
      const inside = new Set(cluster);
      const learns = (members: ReadonlySet<string>): boolean =>
        correct && [...members].some((code) => !inside.has(code));
      open = doubtful(open, columnsOf(cluster), learns);
    }
    const byMembers = pinned({ kind: "M" }, open);
    const byPublic = pinned({ kind: "P" }, byMembers);
    const findings = [...report({ kind: "P" }, byPublic), ...report({ kind: "M" }, but(byMembers, byPublic))];
    for (const board of block.boards)
      findings.push(...byAllButOne(opened, but(all, byPublic), knowledge.organisationsAt(board)));

    for (const cluster of clusters) {
      const near = new Set(cluster);
      const attackers = insiders.filter((code) => near.has(code));
      // Beyond the cluster: what could be otherwise with everything in it exact, none of its organisations pins.
      const beyond =
        attackers.length === 0
          ? []
          : doubtful(
              but(open, byMembers).filter((target) => target.organisations.every((code) => !near.has(code))),
              columnsOf(block.organisations.filter((code) => !near.has(code))),
              (members) => correct && cluster.some((code) => members.has(code)),
            );
      for (const organisation of attackers) {
        const corrected: Attacker = { kind: "I+", organisation };
        const insider: Attacker = { kind: "I", organisation };
        const inCluster = targetsOf(group, block.places, knowledge, laid, organisation).filter((target) =>
          target.organisations.some((code) => near.has(code)),
        );
        const left = doubtful(
          but([...inCluster, ...beyond], byMembers),
          columnsOf(cluster.filter((code) => code !== organisation)),
          (members) => correct && members.has(organisation),
        );
        const after = correct ? pinned(corrected, left) : [];
        const before = pinned(insider, correct ? after : left);
        findings.push(...report(insider, before), ...report(corrected, but(after, before)));
      }
    }
    return findings;
  } finally {
    opened.dispose();
  }
}
