import type { ReactNode } from "react";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { placeHref } from "@/lib/published/place-href";
import { RESPONSE_WORDS } from "@/lib/published/response-words";
import type { OrganisationPage } from "@/lib/services/published/organisation-page";
import { InsetText } from "../nhs/inset-text";
import { SummaryList, type SummaryRow } from "../nhs/summary-list";
import { ClosedPlace } from "./closed-place";
import { CoverageSentence } from "./coverage-sentence";
import { PlaceHeading } from "./heading";
import { KeyFigures } from "./key-figures";
import { OfficialStatistics } from "./official-statistics";
import { ReleaseLine } from "./release-line";

/** A page of one organisation: who it is, whether it answered, what is public of it, and why no more. */
export function Organisation({ page }: { page: OrganisationPage }) {
  const { facts, note, place, board, parent } = page;
  return (
    <>
      <PlaceHeading caption={LEVEL_WORDS[facts.level].one}>{place?.name ?? facts.name}</PlaceHeading>
      {facts.closed ? (
        <InsetText>
          <ClosedPlace closed={facts.closed} />
        </InsetText>
      ) : null}
      {note && shownInRelease(page) ? (
        <ReleaseLine note={note} inRelease={(release) => placeHref(facts.code, release)} />
      ) : null}
      <SummaryList rows={whoItIs(page)} />
      <h2>Did it answer?</h2>
      <p>{answerOf(page)}</p>
      {page.withoutDevices.length > 0 ? (
        <p>
          For the {page.withoutDevices.length > 1 ? "censuses" : "census"} of {inWords(page.withoutDevices)}{" "}
          it sent no devices. What is said of devices and the work on them in the places above it is without
          its own: missing is not zero.
        </p>
      ) : null}
      <h2>Why its own figures are not here</h2>
      <p>
        Figures of one organisation’s staff are not public. Teams are small: a single clinical scientist at a
        high band is a name. An organisation sees its own figures exactly when it signs in, and its members
        see what it shares. <a href="/methods#rounding">How figures are protected</a>
      </p>
      {board ? (
        <>
          <h2>{capital(nameInSentence(board.place.name))}, of which it is a part</h2>
          <CoverageSentence coverage={board.coverage} at="above" />
          <KeyFigures figures={board.figures} level={3} before />
          <CoverageSentence coverage={board.coverage} at="below" />
          <p>
            <a href={placeHref(board.place.code, page.held)}>All figures of {board.place.name}</a>
          </p>
        </>
      ) : parent ? (
        <p>
          {note?.synthetic && !facts.synthetic
            ? "While Muster shows a sample, no invented figure stands beside a real organisation’s name. "
            : ""}
          See <a href={placeHref(parent.code)}>{parent.name}</a>, of which it is a part.
        </p>
      ) : null}
      {page.official ? (
        <OfficialStatistics panel={page.official} name={facts.name} besideSample={note?.synthetic ?? false} />
      ) : null}
      {page.neighbours.length > 0 && parent ? (
        <>
          <h2>Others in {nameInSentence(parent.name)}</h2>
          <ul className="muster-columns">
            {page.neighbours.map((other) => (
              <li key={other.code}>
                <a href={placeHref(other.code, page.held)}>{other.name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** A real organisation is in no release of a sample, so the release's census says nothing of it. */
const shownInRelease = ({ note, facts }: OrganisationPage) => !note?.synthetic || facts.synthetic;

function whoItIs({ facts, parent }: OrganisationPage): SummaryRow[] {
  const rows: SummaryRow[] = [{ key: "Code", value: facts.code }];
  if (facts.kind) rows.push({ key: "Kind", value: facts.kind });
  if (facts.postcode) rows.push({ key: "Postcode", value: facts.postcode });
  if (parent)
    rows.push({
      key: "Part of",
      value: (
        <>
          <a href={placeHref(parent.code)}>{parent.name}</a>
          {facts.parentNote && !facts.synthetic ? (
            <span className="muster-assumption"> Assumption: {facts.parentNote}</span>
          ) : null}
        </>
      ),
    });
  if (facts.opens) rows.push({ key: "Open since", value: facts.opens });
  if (facts.followed.length > 0)
    rows.push({
      key: "Followed",
      value: (
        <ul className="nhsuk-list">
          {facts.followed.map((before) => (
            <li key={before.code}>
              <a href={placeHref(before.code)}>{before.name}</a>
            </li>
          ))}
        </ul>
      ),
    });
  if (facts.formerNames.length > 0)
    rows.push({
      key: "Former names",
      value: facts.formerNames
        .map(({ name, until }) => (until ? `${name} (until ${until})` : name))
        .join("; "),
    });
  if (facts.synthetic)
    rows.push({
      key: "Synthetic",
      value: "A fictional organisation of the sample. No real organisation has its code or name.",
    });
  return rows;
}

function answerOf({ note, place, facts, host, held }: OrganisationPage): ReactNode {
  if (!note) return "No release has been published yet.";
  if (host)
    return (
      <>
        Served by <a href={placeHref(host.code, held)}>{host.name}</a>, whose return counts its service, for
        the census of {note.census}.
      </>
    );
  if (place?.response) return `${RESPONSE_WORDS[place.response]}, for the census of ${note.census}.`;
  if (facts.closed)
    return `It closed on ${facts.closed.on}, and was not asked for the census of ${note.census}.`;
  return note.synthetic && !facts.synthetic
    ? `Release ${note.number} is of fictional organisations and did not ask it.`
    : `The collection for the census of ${note.census} did not ask it.`;
}

const inWords = (censuses: readonly string[]) =>
  censuses.length < 2 ? censuses.join() : `${censuses.slice(0, -1).join(", ")} and ${censuses.at(-1)}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
