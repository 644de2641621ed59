import { LEVEL_WORDS } from "@/lib/published/level-words";
import { placeHref } from "@/lib/published/place-href";
import { RESPONSE_WORDS } from "@/lib/published/response-words";
import type { OrganisationPage } from "@/lib/services/published/organisation-page";
import { InsetText } from "../nhs/inset-text";
import { SummaryList, type SummaryRow } from "../nhs/summary-list";
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
      {facts.closed ? <Closed page={page} /> : null}
      {note && shownInRelease(page) ? (
        <ReleaseLine note={note} inRelease={(release) => placeHref(facts.code, release)} />
      ) : null}
      <SummaryList rows={whoItIs(page)} />
      <h2>Its answer</h2>
      <p>{answerOf(page)}</p>
      {facts.level === "organisation" ? (
        <>
          <h2>Its figures</h2>
          <InsetText>
            <p>
              Figures of one organisation’s staff are not public. Teams are small: a single clinical scientist
              at a high band is a name. An organisation sees its own figures exactly, and its members see what
              it shares.
            </p>
            <p>
              <a href="/methods#rounding">How figures are protected</a>
            </p>
          </InsetText>
        </>
      ) : null}
      {board ? (
        <>
          <h2>
            The figures of <a href={placeHref(board.place.code, page.held)}>{board.place.name}</a>
          </h2>
          <p>
            Of which it is a part{facts.synthetic ? "; both figures and organisations are invented" : ""}.
          </p>
          <KeyFigures figures={board.figures} level={3} />
        </>
      ) : parent ? (
        <p>
          {note?.synthetic && !facts.synthetic
            ? "While Muster shows a sample, no invented figure stands beside a real organisation’s name. "
            : ""}
          See <a href={placeHref(parent.code)}>{parent.name}</a>.
        </p>
      ) : null}
      {page.official ? (
        <OfficialStatistics panel={page.official} name={facts.name} besideSample={note?.synthetic ?? false} />
      ) : null}
      {page.neighbours.length > 0 && parent ? (
        <>
          <h2>Others in {parent.name}</h2>
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

function Closed({ page }: { page: OrganisationPage }) {
  const { closed } = page.facts;
  if (!closed) return null;
  return (
    <InsetText>
      <p>It closed on {closed.on}.</p>
      <p>
        {closed.successors.length === 0
          ? "Successor not known."
          : closed.successors.map((successor, index) => (
              <span key={successor.code}>
                {index === 0 ? "It was followed by " : " and "}
                <a href={placeHref(successor.code)}>{successor.name}</a>
              </span>
            ))}
      </p>
    </InsetText>
  );
}

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
          {facts.parentNote ? (
            <span className="muster-assumption"> Assumption: {facts.parentNote}</span>
          ) : null}
        </>
      ),
    });
  if (facts.opens) rows.push({ key: "Open since", value: facts.opens });
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

function answerOf({ facts, note, place }: OrganisationPage): string {
  if (!note) return "No release has been published yet.";
  if (place?.response) return `${RESPONSE_WORDS[place.response]}, for the census of ${note.census}.`;
  if (facts.level !== "organisation")
    return `It is not a place of release ${note.number}, which is on the geography of its publication.`;
  return note.synthetic
    ? `Release ${note.number} is of fictional organisations and did not ask it.`
    : `The collection for the census of ${note.census} did not ask it.`;
}
