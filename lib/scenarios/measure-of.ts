import type { Outline } from "@/lib/supply/expectation";
import { GROUP_COUNT } from "@/lib/supply/groups";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Paths } from "@/lib/supply/sample-paths";
import { figuresOf, SAME_HOURS } from "./figures-of-paths";
import type { ScenarioLaws } from "./laws-of-scenario";
import type { PreparedPlace } from "./prepare-projection";

/** What an analysis can be about: of all groups together, in a year. */
export const ANALYSED = ["inPostWte", "filledPosts", "vacantPosts", "vacancyRate", "share55"] as const;
export type Analysed = (typeof ANALYSED)[number];

const factorsIn = (centre: ScenarioLaws, year: number): readonly number[] =>
  year === 0 ? SAME_HOURS : (centre.terms[year - 1]?.hoursFactor ?? []);

/** The measure in the expectation; null where it has none (a share of nobody). */
export function expectedOf(
  measure: Analysed,
  mean: Outline,
  centre: ScenarioLaws,
  year: number,
): number | null {
  const all = (of: Float64Array, factors?: readonly number[]): number => {
    let sum = 0;
    for (let group = 0; group < GROUP_COUNT; group += 1)
      sum += (of[year * GROUP_COUNT + group] ?? 0) * (factors?.[group] ?? 1);
    return sum;
  };
  const filled = all(mean.filled);
  const posts = filled + all(mean.vacant);
  switch (measure) {
    case "inPostWte":
      return all(mean.inPostWte, factorsIn(centre, year));
    case "filledPosts":
      return filled;
    case "vacantPosts":
      return all(mean.vacant);
    case "vacancyRate":
      return posts > 0 ? all(mean.vacant) / posts : null;
    case "share55":
      return filled > 0 ? all(mean.aged55) / filled : null;
  }
}

/** The measure in each history, in order of runs; NaN where a history has none. */
export function drawnOf(
  measure: Analysed,
  paths: Paths,
  { centre, shift }: Pick<PreparedPlace, "centre" | "shift">,
  year: number,
): Float64Array | Int32Array {
  const drawn = figuresOf(paths, year, PATH_ROWS - 1, factorsIn(centre, year), shift());
  switch (measure) {
    case "inPostWte":
      return drawn.wte;
    case "filledPosts":
      return drawn.filled;
    case "vacantPosts":
      return drawn.vacant;
    case "vacancyRate":
      return Float64Array.from(
        drawn.vacant,
        (vacant, run) => vacant / (vacant + (drawn.filled[run] as number)),
      );
    case "share55":
      return drawn.shareOfEach;
  }
}
