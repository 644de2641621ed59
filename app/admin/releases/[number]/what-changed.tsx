import { Table } from "@/app/_components/nhs/table";
import type { Figure } from "@/lib/disclosure/figure";
import { figureWords } from "@/lib/disclosure/figure-text";
import { formatCount } from "@/lib/format/number";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle } from "@/lib/measures/dimension";
import { dimensionById } from "@/lib/measures/dimensions";
import { type FigureDifference, kindOf } from "@/lib/published/release-differences";
import type { ReviewedRelease } from "@/lib/services/releases/read-review";
import { releaseHref } from "./release-number";

/** So many figures are named on the page; all are in the file. */
const NAMED = 100;
const FROM_ABOVE = ["united_kingdom", "nation", "region", "board", "organisation"];

const CHANGE = { changed: "Changed", added: "New", gone: "Gone" } as const;

/** Totals before breakdowns, the whole country before its parts. */
const rank = ({ before, now }: FigureDifference): number => {
  const figure = (now ?? before) as Figure;
  return FROM_ABOVE.indexOf(figure.level) * 2 + (figure.dimension === "all" ? 0 : 1);
};

function breakdownWords({ dimension, category }: Figure): string {
  if (dimension === "all") return "";
  const known = dimensionById(dimension);
  return known ? `, ${categoryTitle(known, category)}` : `, ${category}`;
}

/** What a release says differently from the one it is held against: by measure, then figure by figure. */
export function WhatChanged({ release, before, difference, names }: ReviewedRelease) {
  if (!before || !difference) return <p>There is no earlier release to hold it against.</p>;
  const changed = difference.measures.filter(({ changed, added, gone }) => changed + added + gone > 0);
  if (changed.length === 0) return <p>Nothing: every figure is the same as in release {before.number}.</p>;
  const same = difference.measures.reduce((sum, one) => sum + one.same, 0);
  const shown = [...difference.figures].sort((a, b) => rank(a) - rank(b)).slice(0, NAMED);
  return (
    <>
      <p>
        Against release {before.number}
        {before.number === release.replaces ? ", which it corrects" : ", the last one of an earlier census"}:{" "}
        {formatCount(difference.figures.length)} figures differ and {formatCount(same)} are the same.{" "}
        <a href={`${releaseHref(release.number)}/changes`}>Download every difference (CSV)</a>
      </p>
      <Table
        caption="By measure"
        compact
        columns={[
          { heading: "Measure" },
          { heading: "Changed", numeric: true },
          { heading: "New", numeric: true },
          { heading: "Gone", numeric: true },
          { heading: "Same", numeric: true },
        ]}
        rows={changed.map((one) => ({
          key: one.measure,
          cells: [
            knownMeasure(one.measure).title,
            ...[one.changed, one.added, one.gone, one.same].map((count) => formatCount(count)),
          ],
        }))}
      />
      <Table
        caption={
          shown.length < difference.figures.length
            ? `The first ${NAMED} figures, from the whole country down`
            : "Figure by figure"
        }
        compact
        columns={[
          { heading: "Place" },
          { heading: "Figure" },
          { heading: `Release ${before.number}`, numeric: true },
          { heading: `Release ${release.number}`, numeric: true },
          { heading: "Difference" },
        ]}
        rows={shown.map((one) => {
          const figure = (one.now ?? one.before) as Figure;
          const { title, unit } = knownMeasure(figure.measure);
          const words = (side: Figure | null) => (side ? figureWords(side, unit) : "none");
          return {
            key: figure.cellId,
            cells: [
              names.get(figure.place) ?? figure.place,
              `${title}${breakdownWords(figure)}${figure.audience === "members" ? " (members)" : ""}`,
              words(one.before),
              words(one.now),
              CHANGE[kindOf(one)],
            ],
          };
        })}
      />
    </>
  );
}
