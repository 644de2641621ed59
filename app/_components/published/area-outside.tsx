import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { placeHref } from "@/lib/published/place-href";
import type { OrganisationPage } from "@/lib/services/published/organisation-page";
import { InsetText } from "../nhs/inset-text";
import { ClosedPlace } from "./closed-place";
import { PlaceHeading } from "./heading";

/** A nation, region or board that the release has nothing of: why, and the way up and down. */
export function AreaOutside({ page }: { page: OrganisationPage }) {
  const { facts, note, parent } = page;
  const name = nameInSentence(facts.name);
  return (
    <>
      <PlaceHeading caption={LEVEL_WORDS[facts.level].one}>{facts.name}</PlaceHeading>
      <InsetText>
        {facts.closed ? <ClosedPlace closed={facts.closed} /> : null}
        <p>{whyNothing(page, name)}</p>
        {parent ? (
          <p>
            See <a href={placeHref(parent.code, page.held)}>{nameInSentence(parent.name)}</a>
            {parent.level === "united_kingdom" ? "" : ", of which it is a part"}.
          </p>
        ) : null}
      </InsetText>
      {page.parts.length > 0 ? (
        <section aria-labelledby="places">
          <h2 id="places">Places here</h2>
          <ul className="muster-columns">
            {page.parts.map((part) => (
              <li key={part.code}>
                <a href={placeHref(part.code)}>{part.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="muster-release">
        Code {facts.code}
        {note ? `. As at release ${note.number}, census of ${note.census}` : ""}.
      </p>
    </>
  );
}

function whyNothing({ facts, note }: OrganisationPage, name: string): string {
  if (!note) return "No release has been published yet.";
  if (facts.closed) return `So release ${note.number} has no figures for ${name}.`;
  return note.synthetic
    ? `No organisation of the sample is here, so there are no figures for ${name}.`
    : `No organisation of the collection is here, so there are no figures for ${name}. Missing is not zero.`;
}
