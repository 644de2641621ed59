import { type Chart, chartPath, PIXELS } from "@/lib/charts/chart";
import { chartHref } from "@/lib/published/place-href";
import { Details } from "../nhs/details";
import { ChartTable } from "./chart-table";

type ChartFigureProps = {
  chart: Chart;
  place: string;
  release: number;
  /** The heights of drawings by their path. */
  drawn: ReadonlyMap<string, number>;
  /** Where it has half the page's width: the narrow drawing, on every screen. */
  half?: boolean;
  /** In view from the beginning: the browser need not wait to find that out. */
  first?: boolean;
};

/** A stored picture with its words, and beside it the same rows as a table and as files. */
export function ChartFigure({ chart, place, release, drawn, half, first }: ChartFigureProps) {
  const wide = chartPath(place, chart.id, "wide");
  const narrow = chartPath(place, chart.id, "narrow");
  // Width and height together keep the picture's room before it has come, so that nothing moves when it does.
  const sizeOf = (path: string, width: "wide" | "narrow") => ({
    width: PIXELS[width],
    height: drawn.get(path),
  });
  const alternative = chart.synthetic ? `Synthetic data. ${chart.description}` : chart.description;
  return (
    <figure className="muster-figure" id={chart.id}>
      <picture>
        {half ? null : (
          <source
            media="(max-width: 40em)"
            srcSet={chartHref(release, narrow, "svg")}
            {...sizeOf(narrow, "narrow")}
          />
        )}
        <img
          src={chartHref(release, half ? narrow : wide, "svg")}
          alt={alternative}
          {...(half ? sizeOf(narrow, "narrow") : sizeOf(wide, "wide"))}
          loading={first ? undefined : "lazy"}
        />
      </picture>
      <figcaption>
        <Details
          summary={
            <>
              Table<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
            </>
          }
        >
          <ChartTable chart={chart} />
        </Details>
        <p className="muster-downloads">
          <span>Download: </span>
          <a href={chartHref(release, wide, "csv")}>
            CSV<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
          </a>{" "}
          <a href={chartHref(release, wide, "svg")}>
            SVG<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
          </a>{" "}
          <a href={chartHref(release, wide, "png")}>
            PNG<span className="nhsuk-u-visually-hidden"> of {chart.title}</span>
          </a>
        </p>
      </figcaption>
    </figure>
  );
}
