import { PAGE_MEASURES } from "@/lib/published/charts-of-place";
import { measureHref, placeHref } from "@/lib/published/place-href";
import { REGIONS_AND_NATIONS } from "@/lib/published/regions-and-nations";
import type { PlacePage } from "@/lib/services/published/place-page";

type Missing = Extract<PlacePage, { kind: "missing" }>;

/** What there is in place of what was asked for. */
export function MissingPlace({ page }: { page: Missing }) {
  const unknownPlace = page.problem.code === "place";
  return (
    <>
      <h1 className="nhsuk-heading-l">{unknownPlace ? "Place not found" : "Page not found"}</h1>
      <p>{page.problem.message}</p>
      {unknownPlace ? (
        <>
          <p>
            A place has a code such as Y56 (a region) or ZS001 (an organisation). You can{" "}
            <a href="/places">find it by name or postcode</a>, or begin with one of these:
          </p>
          <ul>
            {REGIONS_AND_NATIONS.map((place) => (
              <li key={place.code}>
                <a href={placeHref(place.code)}>{place.name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : page.problem.code.startsWith("release") ? (
        <ul>
          {page.site.releases
            .filter((release) => release.status !== "withdrawn")
            .map((release) => (
              <li key={release.number}>
                <a href={placeHref(page.code, release.number)}>Release {release.number}</a>
              </li>
            ))}
        </ul>
      ) : (
        <>
          <p>
            <a href={placeHref(page.code)}>Go to the page of {page.code}</a>
            {page.measureKnown ? "." : ", or to one of its measures:"}
          </p>
          {page.measureKnown ? null : (
            <ul>
              {PAGE_MEASURES.map((measure) => (
                <li key={measure.id}>
                  <a href={measureHref(page.code, measure.id)}>{measure.title}</a>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}
