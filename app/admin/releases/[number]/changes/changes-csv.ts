import type { Figure } from "@/lib/disclosure/figure";
import { type FigureDifference, kindOf } from "@/lib/published/release-differences";
import { safeCsvLine } from "@/lib/returns/safe-csv";

const COLUMNS = [
  "difference",
  "cell_id",
  "level",
  "place",
  "place_name",
  "measure",
  "dimension",
  "category",
  "basis",
  "audience",
  ...["before", "now"].flatMap((when) => ["value", "symbol", "low", "high"].map((part) => `${part}_${when}`)),
];

const said = (figure: Figure | null): string[] =>
  [figure?.value, figure?.symbol, figure?.low, figure?.high].map((part) => String(part ?? ""));

/** Every figure that two releases tell differently, a line each, safe to open in a spreadsheet. */
export function changesCsv(
  differences: readonly FigureDifference[],
  names: ReadonlyMap<string, string>,
): string {
  const lines = differences.map((difference) => {
    const { before, now } = difference;
    const figure = (now ?? before) as Figure;
    return safeCsvLine([
      kindOf(difference),
      figure.cellId,
      figure.level,
      figure.place,
      names.get(figure.place) ?? "",
      figure.measure,
      figure.dimension,
      figure.category,
      figure.basis,
      figure.audience,
      ...said(before),
      ...said(now),
    ]);
  });
  return [safeCsvLine(COLUMNS), ...lines].join("");
}
