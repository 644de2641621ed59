import { isInCatalogue } from "@/lib/disclosure/catalogue";
import { MEASURES } from "@/lib/measures/catalogue";
import type { Measure } from "@/lib/measures/measure";
import type { Level } from "@/lib/places/place";

/** Whether a measure has a page of its own for places above organisation. */
export const hasPage = (measure: Measure) => !measure.base && measure.unit !== "band";

export const PAGE_MEASURES: readonly Measure[] = MEASURES.filter(hasPage);

/** Whether there it has one figure for the whole place; some have figures by category alone. */
export const hasTotal = (level: Level, measure: string) =>
  isInCatalogue({ level, measure, dimension: "all", audience: "public" });
