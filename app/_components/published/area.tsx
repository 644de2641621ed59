import { PAGE_MEASURES } from "@/lib/published/charts-of-place";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { dataHref, measureHref, placeHref } from "@/lib/published/place-href";
import { PLACE_SECTIONS } from "@/lib/published/place-sections";
import { POSTS_OVER_TIME } from "@/lib/published/series-chart";
import type { AreaPage } from "@/lib/services/published/area-page";
import { AreaEmpty } from "./area-empty";
import { ChartFigure } from "./chart-figure";
import { CiteAndDownload } from "./cite-and-download";
import { PlaceHeading } from "./heading";
import { KeyFigures } from "./key-figures";
import { PlacesTable } from "./places-table";
import { ReleaseLine } from "./release-line";
import { TileMapFigure } from "./tile-map";
import { WhatChanged } from "./what-changed";

/** One page for any place above organisation. */
export function Area({ page }: { page: AreaPage }) {
  const { place, note } = page;
  const name = nameInSentence(place.name);
  if (page.empty) return <AreaEmpty page={page} />;
  const csv = dataHref(note.number, place.code);
  return (
    <>
      <PlaceHeading caption={LEVEL_WORDS[place.level].one}>{place.name}</PlaceHeading>
      <ReleaseLine note={note} inRelease={(release) => placeHref(place.code, release)} changed />
      <KeyFigures figures={page.keyFigures} remarks={{ "vacancy-rate": [page.vacant] }} />
      {page.coverage ? <p className="muster-coverage">{page.coverage.sentence}</p> : null}
      <nav className="nhsuk-contents-list muster-contents" aria-label="On this page">
        <h2 className="nhsuk-u-visually-hidden">On this page</h2>
        <ol className="nhsuk-contents-list__list">
          {[
            { id: "changed", title: "What changed" },
            ...(page.map ? [{ id: "map", title: "Map" }] : []),
            ...PLACE_SECTIONS,
            { id: "places", title: "Places here" },
            { id: "measures", title: "All measures" },
            { id: "data", title: "Data and citation" },
          ].map((section) => (
            <li className="nhsuk-contents-list__item" key={section.id}>
              <a className="nhsuk-contents-list__link" href={`#${section.id}`}>
                {section.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <WhatChanged changes={page.changes} name={name} note={mapNote(page)} />
      {page.map ? (
        <section aria-labelledby="map">
          <h2 id="map">Map</h2>
          <TileMapFigure map={page.map} note={mapNote(page)} />
        </section>
      ) : null}
      {PLACE_SECTIONS.map((section) => {
        const charts = section.charts.flatMap((id) => page.charts.filter((chart) => chart.id === id));
        return (
          <section aria-labelledby={section.id} key={section.id}>
            <h2 id={section.id}>{section.title}</h2>
            {charts.length === 0 ? (
              <p>Nothing can be shown here for {name}: see the key figures for why.</p>
            ) : null}
            {charts.map((chart) => (
              <ChartFigure
                first={chart.id === POSTS_OVER_TIME}
                chart={chart}
                place={place.code}
                release={note.number}
                drawn={page.drawn}
                csv={csv}
                key={chart.id}
              />
            ))}
          </section>
        );
      })}
      <section aria-labelledby="places">
        <h2 id="places">Places here</h2>
        <PlacesTable rows={page.under} under={name} note={mapNote(page)} held={page.held} />
        <UnaskedOrganisations page={page} />
      </section>
      <section aria-labelledby="measures">
        <h2 id="measures">All measures</h2>
        <ul className="muster-columns">
          {PAGE_MEASURES.map((measure) => (
            <li key={measure.id}>
              <a href={measureHref(place.code, measure.id, page.held)}>{measure.title}</a>
            </li>
          ))}
        </ul>
      </section>
      <CiteAndDownload page={page} csv={csv} href={placeHref(place.code, note.number)} />
    </>
  );
}

export const mapNote = ({ note }: AreaPage) =>
  `Census of ${note.census}, release ${note.number}${note.provisional ? ", provisional" : ""}.${note.synthetic ? " Synthetic data." : ""}`;

/** Organisations that the release says nothing of, so that each can still be reached by going down. */
export function UnaskedOrganisations({ page }: { page: AreaPage }) {
  if (page.unasked.length === 0) return null;
  // Real names and invented figures do not share a page.
  if (page.note.synthetic && !page.empty)
    return (
      <p>
        The real organisations of {nameInSentence(page.place.name)} are not part of the sample.{" "}
        <a href="/places">Find one by its name</a>.
      </p>
    );
  return (
    <>
      <h3>{page.note.synthetic ? "Real organisations here" : "Organisations not asked"}</h3>
      <p>
        {page.note.synthetic
          ? "The sample is of fictional organisations and says nothing of these."
          : "This collection did not ask these organisations."}
      </p>
      <ul className="muster-columns">
        {page.unasked.map((organisation) => (
          <li key={organisation.code}>
            <a href={placeHref(organisation.code)}>{organisation.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
