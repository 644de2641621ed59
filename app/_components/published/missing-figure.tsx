import { nameInSentence } from "@/lib/published/name-in-sentence";
import { placeHref } from "@/lib/published/place-href";
import type { FigurePage } from "@/lib/services/published/figure-page";

/** What there is in place of a figure that was asked for. */
export function MissingFigure({ page }: { page: Extract<FigurePage, { kind: "missing" }> }) {
  const { place, problem } = page;
  return (
    <>
      <h1 className="nhsuk-heading-l">Figure not found</h1>
      <p>{problem.message}</p>
      <p>
        {place ? (
          <a href={`${placeHref(place.code)}#measures`}>All measures of {nameInSentence(place.name)}</a>
        ) : (
          <a href="/places">Find a place by name, code or postcode</a>
        )}
      </p>
    </>
  );
}
