import { compareHref } from "@/lib/published/compare-address";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { dataHref, placeHref } from "@/lib/published/place-href";
import type { AreaPage } from "@/lib/services/published/area-page";
import { AreaEmpty } from "./area-empty";
import { AreaSection } from "./area-section";
import { CiteAndDownload } from "./cite-and-download";
import { PlaceHeading } from "./heading";
import { KeyFigures } from "./key-figures";
import { MeasuresByTopic } from "./measures-by-topic";
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
            ...page.sections,
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
      {page.sections.map((section) => (
        <AreaSection page={page} section={section} key={section.id} />
      ))}
      <section aria-labelledby="places">
        <h2 id="places">Places here</h2>
        <PlacesTable rows={page.under} under={name} note={mapNote(page)} held={page.held} />
        <p>
          <a href={compareHref([place.code])}>Compare {name} with other places</a>
        </p>
        <UnaskedOrganisations page={page} />
      </section>
      <section aria-labelledby="measures">
        <h2 id="measures">All measures</h2>
        <MeasuresByTopic page={page} />
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
