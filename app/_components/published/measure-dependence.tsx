import type { Measure } from "@/lib/measures/measure";
import type { Level } from "@/lib/places/place";
import { figureHref } from "@/lib/published/figure-href";
import { dependenceOf } from "@/lib/published/measure-dependence";
import { hasTotal } from "@/lib/published/page-measures";
import { SummaryList } from "../nhs/summary-list";

type MeasureDependenceProps = {
  measure: Measure;
  place: { code: string; level: Level };
  /** The release that links hold. */
  held: number | undefined;
};

/** What a measure is formed from and what rests on it, each a link to the figure of the same place. */
export function MeasureDependence({ measure, place, held }: MeasureDependenceProps) {
  const { formedFrom, usedBy, counted } = dependenceOf(measure, place.level);
  const links = (measures: readonly Measure[]) => (
    <ul className="nhsuk-list">
      {measures.map(({ id, title }) => (
        <li key={id}>
          {hasTotal(place.level, id) ? (
            <a href={figureHref({ place: place.code, measure: id, dimension: "all", category: "all" }, held)}>
              {title}
            </a>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <SummaryList
      rows={[
        ...(formedFrom.length > 0 ? [{ key: "Formed from", value: links(formedFrom) }] : []),
        ...(usedBy.length > 0 ? [{ key: "Used by", value: links(usedBy) }] : []),
        ...(counted ? [{ key: "Counts organisations that", value: counted }] : []),
        {
          key: "Comes from",
          value: `The part “${measure.source.part}” of a return${
            measure.source.columns.length > 0 ? `: ${measure.source.columns.join(", ")}` : ""
          }`,
        },
        ...(measure.nations ?? []).map(({ nation, differs }) => ({
          key: `Statistics of ${nation}`,
          value: differs,
        })),
      ]}
    />
  );
}
