import { measureById } from "@/lib/measures/catalogue";
import { dimensionById } from "@/lib/measures/dimensions";
import { fail, ok, type Result } from "@/lib/result";
import { categoryOfSegment, type FigureName } from "./figure-href";
import { readReleaseSegment } from "./place-address";

export type FigureAddress = FigureName & { release: number | "latest" | null };

/**
 * Reads the segments after a place's code: a measure, perhaps a breakdown and a category of it, perhaps a release.
 * Whether there is such a category only a release can tell.
 */
export function readFigureView(place: string, view: readonly string[]): Result<FigureAddress> {
  const last = view.at(-1);
  const release = view.length > 1 && last !== undefined ? readReleaseSegment(last) : null;
  const [measure = "", dimension = "all", category = "all", ...more] =
    release === null ? view : view.slice(0, -1);
  if (more.length > 0) return fail("address", `There is nothing at “${view.join("/").slice(0, 80)}”.`);
  if (measureById(measure) === undefined)
    return fail("measure", `There is no measure called “${measure.slice(0, 60)}”.`);
  if (dimension !== "all" && (dimensionById(dimension) === undefined || category === "all"))
    return fail(
      "dimension",
      `There is no breakdown called “${dimension.slice(0, 60)}”, or no category of it is named.`,
    );
  return ok({ place, measure, dimension, category: categoryOfSegment(category), release });
}
