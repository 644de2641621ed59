import type { Expectation } from "@/lib/supply/expectation";
import type { Paths } from "@/lib/supply/sample-paths";
import { figureOf } from "./figures-of-paths";
import type { ScenarioLaws } from "./laws-of-scenario";
import { drawnOf, expectedOf } from "./measure-of";
import { type Imputed, weighted } from "./non-response";
import type { Figure } from "./projection";
import type { StartShift } from "./start-doubt";

/** Staff in post of a place year by year, those that have not answered imputed: `weights` by history, null without any. */
export function imputedWte(
  { share }: Imputed,
  mean: Expectation,
  centre: ScenarioLaws,
  paths: Paths | null,
  shift: StartShift | null,
  weights: Float64Array | null,
): Figure[] {
  return Array.from({ length: mean.years + 1 }, (_, year) =>
    figureOf(
      (expectedOf("inPostWte", mean, centre, year) ?? 0) / (1 - share),
      paths && weights
        ? weighted(drawnOf("inPostWte", paths, { centre, shift: () => shift }, year), weights)
        : undefined,
    ),
  );
}
