import { canonicalJson } from "./canonical";
import { type EffectiveAssumption, effectiveAssumptions } from "./effective-assumptions";
import { figureOf } from "./figures-of-paths";
import { ANALYSED, type Analysed, drawnOf, expectedOf } from "./measure-of";
import { prepareProjection, type ToProject } from "./prepare-projection";
import type { Figure } from "./projection";
import type { Lever, Scenario } from "./scenario";

/** Second less first, history by history: the same posts meet the same luck in both. */
export type PairedDifference = {
  place: string;
  measure: Analysed;
  /** Null where a scenario has no such figure. */
  years: { year: number; difference: Figure | null; share: number | null }[];
};

/** What only one of two scenarios assumes or does. */
export type OnlyIn = { assumptions: EffectiveAssumption[]; levers: Lever[] };

export type Comparison = {
  onlyInFirst: OnlyIn;
  onlyInSecond: OnlyIn;
  differences: PairedDifference[];
};

type Json = Parameters<typeof canonicalJson>[0];
const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);
const without = <T>(all: readonly T[], others: readonly T[]): T[] =>
  all.filter((one) => !others.some((other) => same(one, other)));

/**
 * Compares two scenarios on the same places, from the same seed, over the shorter horizon and the fewer runs. `share` is
 * the share of histories in which the second is higher.
 */
export function compareScenarios(
  asked: Omit<ToProject, "scenario">,
  first: Scenario,
  second: Scenario,
): Comparison {
  const horizon = Math.min(first.horizon, second.horizon);
  const runs = Math.min(first.runs, second.runs);
  const [a, b] = [first, second].map((scenario) =>
    prepareProjection({ ...asked, scenario: { ...scenario, horizon, runs, seed: first.seed } }),
  );
  const differences = (a?.places ?? []).flatMap((one, at) => {
    const other = b?.places[at];
    if (other === undefined) return [];
    const [means, paths] = [
      [one.outlineIn(), other.outlineIn()] as const,
      [one.paths(), other.paths()] as const,
    ];
    return ANALYSED.map(
      (measure): PairedDifference => ({
        place: one.place.code,
        measure,
        years: Array.from({ length: horizon + 1 }, (_, year) => {
          const before = expectedOf(measure, means[0], one.centre, year);
          const after = expectedOf(measure, means[1], other.centre, year);
          if (before === null || after === null) return { year, difference: null, share: null };
          const drawn =
            paths[0] === null || paths[1] === null
              ? undefined
              : pairedOf(drawnOf(measure, paths[0], one, year), drawnOf(measure, paths[1], other, year));
          return {
            year,
            difference: figureOf(after - before, drawn),
            share:
              drawn === undefined || drawn.length === 0
                ? null
                : drawn.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / drawn.length,
          };
        }),
      }),
    );
  });
  const [ours, theirs] = [first, second].map((one) => effectiveAssumptions(one, asked.known)) as [
    EffectiveAssumption[],
    EffectiveAssumption[],
  ];
  return {
    onlyInFirst: { assumptions: without(ours, theirs), levers: without(first.levers, second.levers) },
    onlyInSecond: { assumptions: without(theirs, ours), levers: without(second.levers, first.levers) },
    differences,
  };
}

type Drawn = Float64Array | Int32Array;
const pairedOf = (before: Drawn, after: Drawn): Float64Array =>
  Float64Array.from(after, (value, run) => value - (before[run] as number)).filter(Number.isFinite);
