import { type Chart, chartPath, PIXELS } from "@/lib/charts/chart";
import { chartHref } from "@/lib/published/place-href";
import { Details } from "../nhs/details";
import { ChartTable } from "./chart-table";

type ChartFigureProps = {
  chart: Chart;
  place: string;
  release: number;
  /** Whether the release has the drawing; otherwise the table stands alone, open. */
  drawn: ReadonlySet<string>;
  csv: string;
};

/** A stored picture with its words, and beside it the same rows as a table and as files. */
export function ChartFigure({ chart, place, release, drawn, csv }: ChartFigureProps) {
  const wide = chartPath(place, chart.id, "wide");
  const narrow = chartPath(place, chart.id, "narrow");
  const hasPicture = drawn.has(wide) && drawn.has(narrow);
  const alternative = chart.synthetic ? `Synthetic data. ${chart.description}` : chart.description;
  return (
    <figure className="muster-figure" id={chart.id}>
      {hasPicture ? (
        <picture>
          <source media="(max-width: 40em)" srcSet={chartHref(release, narrow, "svg")} />
          <img src={chartHref(release, wide, "svg")} alt={alternative} width={PIXELS.wide} loading="lazy" />
        </picture>
      ) : null}
      <figcaption>
        <Details
          summary={
            <>
              Table<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
            </>
          }
          open={!hasPicture}
        >
          <ChartTable chart={chart} />
        </Details>
        <p className="muster-downloads">
          <span>Download: </span>
          <a href={csv}>
            CSV<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
          </a>
          {hasPicture ? (
            <>
              {" "}
              <a href={chartHref(release, wide, "svg")}>
                SVG<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
              </a>{" "}
              <a href={chartHref(release, wide, "png")}>
                PNG<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
              </a>
            </>
          ) : null}
        </p>
      </figcaption>
    </figure>
  );
}
