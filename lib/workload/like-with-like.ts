import type { StaffWte } from "./staff-wte";
import type { WorkLine } from "./work-line";

export type SpecialismWte = { specialism: string; wte: number };

/** Which staff are set against which work. */
export type LikeWithLike = {
  /** Specialisms whose main work is counted, with their WTE in post. */
  compared: SpecialismWte[];
  /** Specialisms whose main work is not counted: not modelled. */
  notModelled: SpecialismWte[];
  /** The lines of work that the compared do. */
  lines: WorkLine[];
  /** Compared WTE over all WTE in post; null where nobody is in post. */
  coverage: number | null;
};

/**
 * Sets staff against work so that only like is compared with like: a specialism is compared when hours of its main work
 * are counted; else its people are not modelled, and the little of their work that is counted is left out too. Work of a
 * specialism that employs nobody stays in: others do it.
 */
export function likeWithLike(
  staff: readonly StaffWte[],
  lines: readonly WorkLine[],
  mainWork: ReadonlyMap<string, readonly string[]>,
): LikeWithLike {
  const bySpecialism = new Map<string, number[]>();
  for (const { specialism, inPost } of staff)
    bySpecialism.set(specialism, [...(bySpecialism.get(specialism) ?? []), inPost]);
  const all = [...bySpecialism]
    .map(([specialism, parts]) => ({ specialism, wte: total(parts) }))
    .filter(({ wte }) => wte > 0)
    .sort((a, b) => b.wte - a.wte || (a.specialism < b.specialism ? -1 : 1));
  const counted = ({ specialism }: SpecialismWte) =>
    lines.some(
      ({ activity, specialisms, hours }) =>
        hours > 0 && specialisms.includes(specialism) && (mainWork.get(specialism) ?? []).includes(activity),
    );
  const compared = all.filter(counted);
  const notModelled = all.filter((each) => !counted(each));
  const leftOut = new Set(notModelled.map(({ specialism }) => specialism));
  const wte = total(all.map((each) => each.wte));
  return {
    compared,
    notModelled,
    lines: lines.filter(({ specialisms }) => !specialisms.every((specialism) => leftOut.has(specialism))),
    coverage: wte === 0 ? null : total(compared.map((each) => each.wte)) / wte,
  };
}

/** The sum in order of size, which no order of rows changes; five decimals, as returns carry. */
export const total = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) * 1e5) / 1e5;
