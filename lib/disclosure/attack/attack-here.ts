import type { Highs } from "highs";
import { buildRelease } from "../build-release";
import type { LedgerEntry } from "../ledger";
import type { ReleaseInput } from "../release-input";
import type { Finding } from "./attack-block";
import { attackPlace } from "./attack-release";
import { blocksOf } from "./blocks";
import { type Knowledge, knowledgeOf } from "./knowledge";
import type { Assault } from "./repair";

/** Attacks blocks of a release in this thread, one after another; the release is built once for each ledger. */
export function attackHere(highs: Highs, input: ReleaseInput): (assault: Assault) => Finding[] {
  let known: { ledger: readonly LedgerEntry[]; knowledge: Knowledge } | undefined;
  return ({ ledger, place, insiders, cells }) => {
    if (known?.ledger !== ledger) {
      const made = { ...input, ledger };
      known = { ledger, knowledge: knowledgeOf({ input: made, built: buildRelease(made) }) };
    }
    const { knowledge } = known;
    const block = blocksOf(knowledge).find((one) => one.place === place);
    if (block === undefined) throw new Error(`${place} is no block of the release`);
    return attackPlace(highs, knowledge, block, {
      insiders: insiders ?? block.organisations,
      cells: cells && new Set(cells),
    });
  };
}
