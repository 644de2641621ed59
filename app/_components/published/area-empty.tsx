import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { placeHref } from "@/lib/published/place-href";
import type { AreaPage } from "@/lib/services/published/area-page";
import { InsetText } from "../nhs/inset-text";
import { mapNote, UnaskedOrganisations } from "./area";
import { PlaceHeading } from "./heading";
import { PlacesTable } from "./places-table";
import { ReleaseLine } from "./release-line";

/** A place of which the release has no organisation: that is said first, and the way on is not closed. */
export function AreaEmpty({ page }: { page: AreaPage }) {
  const { place, note } = page;
  const parent = page.above.at(-1);
  return (
    <>
      <PlaceHeading caption={LEVEL_WORDS[place.level].one}>{place.name}</PlaceHeading>
      <ReleaseLine note={note} inRelease={(release) => placeHref(place.code, release)} />
      <InsetText>
        <p>
          {note.synthetic
            ? `No organisation of the sample is here, so there are no figures for ${nameInSentence(place.name)}.`
            : `No organisation of the collection is here, so there are no figures for ${nameInSentence(place.name)}. Missing is not zero.`}
        </p>
        {parent ? (
          <p>
            See <a href={placeHref(parent.code, page.held)}>{nameInSentence(parent.name)}</a>.
          </p>
        ) : null}
      </InsetText>
      <h2>Places here</h2>
      <PlacesTable
        rows={page.under}
        under={nameInSentence(place.name)}
        note={mapNote(page)}
        held={page.held}
      />
      <UnaskedOrganisations page={page} />
      {page.under.length + page.unasked.length === 0 ? <p>No place is known here.</p> : null}
    </>
  );
}
