import type { BaseDimension } from "@/lib/measures/dimension";
import { DIMENSIONS } from "@/lib/measures/dimensions";
import type { Cell } from "../ident";
import { W } from "../thresholds";
import type { BlockModel } from "./block-model";
import type { Knowledge } from "./knowledge";
import { type Sum, sumOver } from "./linear-model";
import { categoriesOf, type Measured } from "./measured";

/** A small count of people, and which columns it is the sum of. */
export type Target = {
  /** `{measure}|{place}|{all or base:categories}`, and `|less {organisation}` of the others in a place. */
  cell: string;
  /** Whom it counts. */
  organisations: readonly string[];
  sum: Sum;
  exact: number;
  measured: string;
  /** The attribute by which it is a part; null of all. */
  base: BaseDimension | null;
  /** How far its possible values have to lie apart. */
  span: number;
};

/** Every group of categories in which a sum is counted: each category, the coarse groups, and what was merged. */
function partsOf({ id, bases }: Measured, { statements }: Knowledge): Cell["part"][] {
  const parts = new Map<string, Cell["part"]>([["all", null]]);
  const add = (part: NonNullable<Cell["part"]>): void =>
    void parts.set(`${part.base}:${[...part.of].sort().join("+")}`, part);
  for (const base of bases) {
    for (const one of categoriesOf(base)) add({ base, of: [one] });
    for (const dimension of DIMENSIONS)
      if (dimension.base === base) for (const { of } of dimension.categories) add({ base, of });
  }
  for (const { measured, part } of statements) if (measured === id && part !== null) add(part);
  return [...parts.values()];
}

const partText = (part: Cell["part"]): string =>
  part === null ? "all" : `${part.base}:${[...part.of].sort().join("+")}`;

/**
 * Every count of 1 to 4 people in a block, published or not: of its organisations, and of the places that hold them. An
 * insider's own count is none; of a place that holds it the target is what the others have there.
 */
export function targetsOf(
  group: readonly Measured[],
  places: readonly string[],
  knowledge: Knowledge,
  { sumOf, truth }: Pick<BlockModel, "sumOf" | "truth">,
  without: string | null,
): Target[] {
  const targets = new Map<string, Target>();
  for (const measured of group.filter(({ counts }) => counts === "people"))
    for (const part of partsOf(measured, knowledge))
      for (const place of places) {
        const organisations = knowledge.organisationsAt(place);
        const others = organisations.filter((code) => code !== without);
        const counted = others.flatMap((code) => {
          const sum = sumOf(measured.id, [code], part);
          return sum === undefined ? [] : [{ code, sum }];
        });
        const sum = counted.flatMap((one) => one.sum);
        const exact = Math.round(sumOver(sum, truth));
        if (exact < 1 || exact > W) continue;
        const less = others.length < organisations.length ? `|less ${without}` : "";
        const key = sum.map(([column]) => column).join(" ");
        if (targets.has(key)) continue;
        targets.set(key, {
          cell: `${measured.id}|${place}|${partText(part)}${less}`,
          organisations: counted.map(({ code }) => code),
          sum,
          exact,
          measured: measured.id,
          base: part?.base ?? null,
          span: W,
        });
      }
  return [...targets.values()];
}
