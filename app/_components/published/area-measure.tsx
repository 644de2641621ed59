import { isPublishedAt } from "@/lib/disclosure/catalogue";
import type { Measure } from "@/lib/measures/measure";
import { BY } from "@/lib/published/breakdown-chart";
import { figureHref } from "@/lib/published/figure-href";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { overBoardsId } from "@/lib/published/over-boards-chart";
import { hasTotal } from "@/lib/published/page-measures";
import { dataHref, definitionHref, measureHref, placeHref } from "@/lib/published/place-href";
import { seriesId } from "@/lib/published/series-chart";
import type { AreaPage } from "@/lib/services/published/area-page";
import { Details } from "../nhs/details";
import { mapNote } from "./area";
import { AreaEmpty } from "./area-empty";
import { ChartFigure } from "./chart-figure";
import { CiteAndDownload } from "./cite-and-download";
import { Correction } from "./correction";
import { CoverageSentence } from "./coverage-sentence";
import { PlaceHeading } from "./heading";
import { KeyFigures } from "./key-figures";
import { MeasureDependence } from "./measure-dependence";
import { MeasuresByTopic } from "./measures-by-topic";
import { PlacesTable } from "./places-table";
import { ReleaseLine } from "./release-line";
import { TileMapFigure } from "./tile-map";
import { WhatChanged } from "./what-changed";

/** One measure of one place: what it is, here, beside others, over time and by its breakdowns. */
export function AreaMeasure({ page, measure }: { page: AreaPage; measure: Measure }) {
  const { place, note } = page;
  if (page.empty) return <AreaEmpty page={page} />;
  const csv = dataHref(note.number, place.code, measure.id);
  const areas = page.under.filter(
    (row) => row.place.level !== "organisation" && hasTotal(row.place.level, measure.id),
  );
  return (
    <>
      <PlaceHeading caption={place.name}>{measure.title}</PlaceHeading>
      <ReleaseLine
        note={note}
        inRelease={(release) => measureHref(place.code, measure.id, release)}
        changed
        differences={page.later.corrected !== null}
        geography={page.later.geography}
      />
      <p className="nhsuk-lede-text">{measure.definition}</p>
      <CoverageSentence coverage={page.coverage} at="above" />
      {page.keyFigures.length > 0 ? (
        <KeyFigures
          figures={page.keyFigures}
          remarks={{ "vacancy-rate": [page.vacant] }}
          here={{ measure: measure.id, title: place.name }}
        />
      ) : (
        <NoTotal page={page} measure={measure} />
      )}
      <CoverageSentence coverage={page.coverage} at="below" />
      {page.keyFigures.length > 0 ? (
        <p>
          <a href={figureHref(nameOfTotal(page, measure), page.held)}>
            What this figure is formed from, and every release of it
          </a>
        </p>
      ) : null}
      <Correction corrected={page.later.corrected} here={note.number} note={mapNote(page)} />
      {page.keyFigures.length > 0 ? (
        <WhatChanged
          changes={page.changes}
          name={nameInSentence(place.name)}
          note={mapNote(page)}
          here={measure.id}
        />
      ) : null}
      {page.map ? (
        <section aria-labelledby="map">
          <h2 id="map">Where</h2>
          <TileMapFigure map={page.map} note={mapNote(page)} />
        </section>
      ) : null}
      {groupsOf(page, measure).map((group) => (
        <section aria-labelledby={group.id} key={group.id}>
          <h2 id={group.id}>{group.title}</h2>
          {group.charts.map((chart) => (
            <ChartFigure
              first={chart === page.charts[0]}
              chart={chart}
              place={place.code}
              release={note.number}
              drawn={page.drawn}
              key={chart.id}
            />
          ))}
        </section>
      ))}
      {areas.length > 0 ? (
        <section aria-labelledby="places">
          <h2 id="places">Places here</h2>
          <PlacesTable
            rows={areas}
            under={nameInSentence(place.name)}
            note={mapNote(page)}
            held={page.held}
            measure={measure.id}
          />
        </section>
      ) : null}
      <section aria-labelledby="definition">
        <h2 id="definition">What it counts and depends on</h2>
        <p>{measure.formula}.</p>
        <MeasureDependence measure={measure} place={place} held={page.held} />
        <p>
          Shown from: {measure.minimumEvidence.charAt(0).toLowerCase() + measure.minimumEvidence.slice(1)}.{" "}
          <a href={definitionHref(measure.id)}>
            Full definition<span className="nhsuk-u-visually-hidden"> of {measure.title}</span>
          </a>
        </p>
      </section>
      <CiteAndDownload page={page} csv={csv} href={measureHref(place.code, measure.id, note.number)} />
      <Details summary={`Other measures of ${nameInSentence(place.name)}`}>
        <MeasuresByTopic page={page} />
      </Details>
      <p>
        <a href={placeHref(place.code, page.held)}>All figures of {nameInSentence(place.name)}</a>
      </p>
    </>
  );
}

const nameOfTotal = ({ place }: AreaPage, { id }: Measure) => ({
  place: place.code,
  measure: id,
  dimension: "all",
  category: "all",
});

/** Of a measure that has no figure for the whole place: by category only, or for larger places only. */
function NoTotal({ page, measure }: { page: AreaPage; measure: Measure }) {
  const above = page.above.at(-1);
  if (isPublishedAt(page.place.level, measure.id))
    return groupsOf(page, measure).length > 0 ? null : (
      <p>
        It has no figure here:{" "}
        {measure.minimumEvidence.charAt(0).toLowerCase() + measure.minimumEvidence.slice(1)}.
      </p>
    );
  return (
    <p>
      It is published for nations and regions only.
      {above ? (
        <>
          {" "}
          See <a href={measureHref(above.code, measure.id, page.held)}>{nameInSentence(above.name)}</a>.
        </>
      ) : null}
    </p>
  );
}

/** The charts of a measure under what they answer; a group without charts is left out. */
function groupsOf({ charts }: AreaPage, measure: Measure) {
  const ofGroup = (title: string, id: string, belongs: (chart: string) => boolean) => ({
    title,
    id,
    charts: charts.filter((chart) => belongs(chart.id)),
  });
  return [
    ofGroup("Beside other places", "beside", (chart) => chart === measure.id),
    ofGroup("Over all boards", "over-boards", (chart) => chart === overBoardsId(measure.id)),
    ofGroup("Over time", "over-time", (chart) => chart === seriesId(measure.id)),
    ofGroup("In detail", "detail", (chart) => chart.startsWith(`${measure.id}${BY}`)),
  ].filter((group) => group.charts.length > 0);
}
