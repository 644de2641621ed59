import { type Category, type Dimension, MERGED } from "@/lib/measures/dimension";
import { N_CAT } from "./thresholds";

/** How the ledger names a decision to merge, which is permanent; a fictional nation decides for itself. */
export const mergeIdent = (dimension: Dimension, group: Category, synthetic: boolean): string =>
  `merge${synthetic ? "|sample" : ""}|${dimension.id}|${group.id}`;

const join = (a: Category, b: Category): Category => ({
  id: `${a.id}${MERGED}${b.id}`,
  title: `${a.title}; ${b.title}`,
  of: [...a.of, ...b.of],
});

/** The categories of a dimension with the mergers that the ledger already holds. */
export function decidedGroups(
  dimension: Dimension,
  isDecided: (ident: string) => boolean,
  synthetic: boolean,
): Category[] {
  const groups: Category[] = [];
  for (let at = 0; at < dimension.categories.length; ) {
    let widest: Category | undefined;
    let next = at;
    let joined: Category | undefined;
    for (const [offset, category] of dimension.categories.slice(at).entries()) {
      joined = joined === undefined ? category : join(joined, category);
      if (offset === 0 || isDecided(mergeIdent(dimension, joined, synthetic))) {
        widest = joined;
        next = at + offset + 1;
      }
    }
    if (widest !== undefined) groups.push(widest);
    at = next;
  }
  return groups;
}

/**
 * Merges every category whose published UK headcount is under 50 with a neighbour: one in the same coarse group
 * before another, then the smaller, then the later one. The smallest category goes first. People whose category is
 * not known are no category of their own: they neither merge nor are merged with.
 */
export function mergeSmall(
  groups: readonly Category[],
  dimension: Dimension,
  coarse: Dimension | undefined,
  published: (group: Category) => number,
): Category[] {
  const coarseOf = (group: Category): string | undefined =>
    coarse?.categories.find(({ of }) => group.of.every((base) => of.includes(base)))?.id;
  const merged = [...groups];
  for (;;) {
    const known = merged.filter(({ id }) => id !== dimension.unknown);
    const small = known
      .filter((group) => published(group) < N_CAT)
      .sort((a, b) => published(a) - published(b) || (a.id < b.id ? -1 : 1))[0];
    if (small === undefined || known.length < 2) return merged;
    const at = known.indexOf(small);
    const near = [known[at + 1], known[at - 1]].filter((group) => group !== undefined);
    const alike = near.filter(
      (group) => coarseOf(small) !== undefined && coarseOf(group) === coarseOf(small),
    );
    const neighbour = (alike.length > 0 ? alike : near).sort((a, b) => published(a) - published(b))[0];
    if (neighbour === undefined) return merged;
    const [first, second] = known.indexOf(neighbour) < at ? [neighbour, small] : [small, neighbour];
    merged.splice(merged.indexOf(first), 1, join(first, second));
    merged.splice(merged.indexOf(second), 1);
  }
}
