import { compareHref } from "@/lib/published/compare-address";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { dataHref, placeHref } from "@/lib/published/place-href";
import { spreadWords } from "@/lib/published/spread-words";
import type { AreaPage } from "@/lib/services/published/area-page";
import { Details } from "../nhs/details";
import { AreaEmpty } from "./area-empty";
import { AreaSection } from "./area-section";
import { AreaWhere } from "./area-where";
import { CiteAndDownload } from "./cite-and-download";
import { Correction } from "./correction";
import { CoverageSentence } from "./coverage-sentence";
import { PlaceHeading } from "./heading";
import { KeyFigures } from "./key-figures";
import { MeasuresByTopic } from "./measures-by-topic";
import { PlacesTable } from "./places-table";
import { ReleaseLine } from "./release-line";
import { WhatChanged } from "./what-changed";

/** One page for any place above organisation. */
export function Area({ page }: { page: AreaPage }) {
  const { place, note } = page;
  const name = nameInSentence(place.name);
  if (page.empty) return <AreaEmpty page={page} />;
  const csv = dataHref(note.number, place.code);
  const [where, posts, age] = ["where", "posts", "age"].map((id) =>
    page.sections.find((one) => one.id === id),
  );
  const further = page.sections.filter((section) => ![where, posts, age].includes(section));
  const [rates] = where?.charts ?? [];
  // Beside a map its own section says it (AreaWhere). A place without parts is seen beside its neighbours, whose spread is not its own.
  const parted = page.under.some((part) => part.place.level !== "organisation");
  return (
    <>
      <PlaceHeading caption={page.above.length === 0 ? "All nations" : LEVEL_WORDS[place.level].one}>
        {place.name}
      </PlaceHeading>
      <ReleaseLine
        note={note}
        inRelease={(release) => placeHref(place.code, release)}
        changed
        differences={page.later.corrected !== null}
        geography={page.later.geography}
      />
      <CoverageSentence coverage={page.coverage} at="above" />
      <KeyFigures
        figures={page.keyFigures}
        remarks={{ "vacancy-rate": [page.vacant, rates && parted && !page.map ? spreadWords(rates) : null] }}
        before
      />
      <CoverageSentence coverage={page.coverage} at="below" />
      <nav className="nhsuk-contents-list muster-contents" aria-label="On this page">
        <Details narrow summary="On this page">
          <ol className="nhsuk-contents-list__list">
            {[
              ...[where, posts, age].flatMap((section) => section ?? []),
              ...(page.later.corrected ? [{ id: "corrected", title: "What the correction changed" }] : []),
              { id: "changed", title: "What changed" },
              ...further,
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
        </Details>
      </nav>
      {where ? <AreaWhere page={page} section={where} /> : null}
      <div className="muster-pair">
        {[posts, age].map((section) =>
          section ? <AreaSection page={page} section={section} folds half key={section.id} /> : null,
        )}
      </div>
      <Correction corrected={page.later.corrected} here={note.number} note={mapNote(page)} />
      <WhatChanged changes={page.changes} name={name} note={mapNote(page)} folds />
      {further.map((section) => (
        <AreaSection page={page} section={section} folds key={section.id} />
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
        <Details
          summary={`The ${page.measures.topics.flatMap(({ measures }) => measures).length} measures of ${name} that have pages, by topic`}
        >
          <MeasuresByTopic page={page} />
        </Details>
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
