import { shortName } from "@/lib/places/short-name";
import { figureHref } from "@/lib/published/figure-href";
import { definitionHref, measureHref, placeHref } from "@/lib/published/place-href";
import type { OneFigure } from "@/lib/services/published/figure-page";
import { SummaryList } from "../nhs/summary-list";
import { FigureHistory } from "./figure-history";
import { FigureInputs } from "./figure-inputs";
import { PlaceHeading } from "./heading";
import { KeyFigures } from "./key-figures";
import { ReleaseLine } from "./release-line";

/** One figure, opened: how it stands, what it is formed from, by what rule, and what it was in other releases. */
export function OneFigureView({ page }: { page: OneFigure }) {
  const { place, measure, note, name, release, coverage, figure } = page;
  const held = page.held ? release.number : undefined;
  return (
    <>
      <PlaceHeading caption={place.name}>{page.title}</PlaceHeading>
      <ReleaseLine
        note={note}
        inRelease={(number) => figureHref(name, number)}
        differences={note.correction !== null}
        geography={page.geography}
      />
      <KeyFigures figures={[page.shown]} here={{ measure: measure.id, title: shortName(place.name) }} />
      <p>
        <a href={measureHref(place.code, measure.id, held)}>
          {shortName(place.name)}: {measure.title.charAt(0).toLowerCase() + measure.title.slice(1)}
        </a>{" "}
        beside other places, over time and by its breakdowns.
      </p>
      <section aria-labelledby="formed">
        <h2 id="formed">What it is formed from</h2>
        <p>{measure.definition}</p>
        <p>
          {measure.formula}. <a href={definitionHref(measure.id)}>Full definition</a>
        </p>
        <FigureInputs page={page} />
      </section>
      <section aria-labelledby="rests">
        <h2 id="rests">What it rests on</h2>
        <SummaryList
          rows={[
            { key: "Organisations counted", value: countedWords(page) },
            ...(coverage ? [{ key: "Left out", value: coverage.sentence }] : []),
            { key: "Estimated", value: page.estimated },
            ...(page.rule ? [{ key: "How it is protected", value: page.rule }] : []),
            { key: "Shown from", value: measure.minimumEvidence },
            {
              key: "Comes from",
              value: `The part “${measure.source.part}” of a return${
                measure.source.columns.length > 0 ? `: ${measure.source.columns.join(", ")}` : ""
              }`,
            },
            { key: "Checked by", value: `Rule set ${release.ruleSet}` },
            { key: "Made by", value: `Version ${release.codeVersion}` },
            {
              key: "Its name",
              value: <code className="muster-address">{figure.cellId}</code>,
            },
          ]}
        />
        <p>
          <a href={`/api/v1/releases/r${release.number}/figures/${encodeURIComponent(figure.cellId)}`}>
            This figure for programs (JSON)
          </a>
        </p>
      </section>
      <FigureHistory page={page} />
      <p>
        <a href={placeHref(place.code, held)}>All figures of {shortName(place.name)}</a>
      </p>
    </>
  );
}

function countedWords({ shown, coverage, measure }: OneFigure): string {
  if (measure.evidence === null || coverage === null) return "Every organisation asked";
  if (shown.from !== null) return `${shown.from.charAt(0).toUpperCase()}${shown.from.slice(1)} that answered`;
  return coverage.answered === 1 ? "The one that answered" : `All ${coverage.answered} that answered`;
}
