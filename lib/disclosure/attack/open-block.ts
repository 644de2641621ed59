import type { Highs } from "highs";
import type { Interval } from "../interval";
import { type Attacker, knowing } from "./attackers";
import { type BlockModel, layBlock } from "./block-model";
import { narrowTargets } from "./bound-targets";
import { publishedElsewhere } from "./elsewhere";
import type { Knowledge } from "./knowledge";
import type { Measured } from "./measured";
import { openSolver, type Solver } from "./open-solver";
import { restrict } from "./restrict";
import type { Statement } from "./statement";
import type { Target } from "./targets";

/** A target that can be pinned, between which values, and by which published figures. */
export type Pinned = Target & Interval & { by: readonly Statement[] };

type Doubt = (
  targets: readonly Target[],
  columns: readonly number[],
  learns: (members: ReadonlySet<string>) => boolean,
) => readonly Target[];

/** A block's model, and the two ways of asking it. */
export type OpenBlock = {
  laid: BlockModel;
  /** The columns of some organisations. */
  columnsOf: (organisations: readonly string[]) => number[];
  /** What an attacker pins, with the whole block open. `board`: of which `F` knows all but one. */
  pinned: (attacker: Attacker, targets: readonly Target[], board?: readonly string[]) => Pinned[];
  /**
   * What may be pinned: not what could be otherwise with these columns open and every other exact (`restrict`).
   *
   * @param learns whether the cut point of a figure of these organisations is known
   */
  doubtful: Doubt;
  /**
   * The same with only the columns open of the attribute that a target is a part by, or of what it is a total of: still
   * smaller, and asked first. A total of all people is left for the other.
   */
  doubtfulOfPart: Doubt;
  dispose: () => void;
};

function layOf(
  knowledge: Knowledge,
  organisations: readonly string[],
  group: readonly Measured[],
): BlockModel {
  const inBlock = new Set(organisations);
  const measured = new Set(group.map(({ id }) => id));
  const there = publishedElsewhere(knowledge);
  return layBlock({
    group,
    vacancies: knowledge.vacancies.filter(({ organisation }) => inBlock.has(organisation)),
    cutOf: knowledge.cutOf,
    statements: knowledge.statements.flatMap((statement) => {
      const within = measured.has(statement.measured) ? knowledge.within(statement, inBlock) : null;
      if (within === null) return [];
      const { units, elsewhere } = within;
      const known = elsewhere && { exact: elsewhere.exact, known: there(statement, elsewhere.places) };
      return [{ statement, units, elsewhere: known }];
    }),
  });
}

/** Lays out a block, one group of sums. Throws where an attacker takes an exact value for impossible: it is wrong. */
export function openBlock(
  highs: Highs,
  knowledge: Knowledge,
  organisations: readonly string[],
  group: readonly Measured[],
): OpenBlock {
  const laid = layOf(knowledge, organisations, group);
  const figureOf = new Map(laid.figures.map(({ row, statement }) => [row, statement]));
  let whole: Solver | undefined;
  const narrowed: OpenBlock["doubtful"] = (targets, columns, learns) => {
    if (targets.length === 0 || columns.length === 0) return targets;
    const part = restrict(laid, columns, ({ members }) => (learns(members) ? "learnt" : "published"));
    const solver = openSolver(highs, part.model);
    try {
      const asked = targets.map((target) => ({ target, span: target.span, sum: part.within(target.sum) }));
      return narrowTargets(solver, asked).map(({ target }) => target);
    } finally {
      solver.dispose();
    }
  };
  return {
    laid,
    columnsOf: (codes) => codes.flatMap((code) => laid.columnsOf(code)),
    pinned(attacker, targets, board = []) {
      if (targets.length === 0) return [];
      whole ??= openSolver(highs, laid.model);
      const solver = whole;
      const found = knowing(laid, solver, attacker, board, () => narrowTargets(solver, targets));
      for (const { cell, exact, low, high } of found)
        if (exact < low || exact > high)
          throw new Error(`The attacker takes ${cell} to be from ${low} to ${high}, which it is not`);
      return found.map(({ binding, ...target }) => ({
        ...target,
        by: binding.flatMap((row) => figureOf.get(row) ?? []),
      }));
    },
    doubtfulOfPart(targets, columns, learns) {
      const asked = new Map<string, Target[]>();
      const left: Target[] = [];
      for (const target of targets) {
        const kind = target.base ?? target.measured;
        if (kind === "headcount") left.push(target);
        else asked.set(kind, [...(asked.get(kind) ?? []), target]);
      }
      const isOf = (column: number, kind: string): boolean => {
        const [, measured, part = ""] = laid.model.columns[column]?.name.split("|") ?? [];
        return measured === kind || part.startsWith(`${kind}:`);
      };
      for (const [kind, some] of asked)
        left.push(
          ...narrowed(
            some,
            columns.filter((column) => isOf(column, kind)),
            learns,
          ),
        );
      return left;
    },
    doubtful: (targets, columns, learns) => narrowed(targets, columns, learns),
    dispose: () => whole?.dispose(),
  };
}
