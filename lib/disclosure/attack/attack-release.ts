import type { Highs } from "highs";
import { type AttackOptions, attackBlock, type Block, type Finding } from "./attack-block";
import { blocksOf } from "./blocks";
import type { Knowledge } from "./knowledge";
import { GROUPS } from "./measured";

/** Attacks one block of a release, every group of sums; nothing found is an empty list. */
export const attackPlace = (
  highs: Highs,
  knowledge: Knowledge,
  block: Block,
  options: AttackOptions = {},
): Finding[] => GROUPS.flatMap((group) => attackBlock(highs, knowledge, block, group, options));

/** Attacks every block of a release, every group of sums; nothing found is an empty list. */
export const attackRelease = (
  highs: Highs,
  knowledge: Knowledge,
  options: AttackOptions & { only?: (block: Block) => boolean } = {},
): Finding[] =>
  blocksOf(knowledge)
    .filter((block) => options.only?.(block) ?? true)
    .flatMap((block) => attackPlace(highs, knowledge, block, options));
