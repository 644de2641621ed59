import { nameInSentence } from "@/lib/published/name-in-sentence";
import { placeHref } from "@/lib/published/place-href";
import { REGIONS_AND_NATIONS } from "@/lib/published/regions-and-nations";
import type { PlacePage } from "@/lib/services/published/place-page";

type Missing = Extract<PlacePage, { kind: "missing" }>;

/** What there is in place of what was asked for. */
export function MissingPlace({ page }: { page: Missing }) {
  const place = page.problem.code === "place" ? null : page.place;
  return (
    <>
      <h1 className="nhsuk-heading-l">{place ? "Page not found" : "Place not found"}</h1>
      <p>{page.problem.message}</p>
      {place === null ? (
        <>
          <p>
            A place has a code such as Y56 (a region) or ZS001 (an organisation). You can{" "}
            <a href="/places">find it by name or postcode</a>, or begin with one of these:
          </p>
          <ul className="muster-columns">
            {REGIONS_AND_NATIONS.map((one) => (
              <li key={one.code}>
                <a href={placeHref(one.code)}>{one.name}</a>
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
                <a href={placeHref(place.code, release.number)}>
                  {place.name}, release {release.number}
                </a>
              </li>
            ))}
        </ul>
      ) : (
        <p>
          <a href={placeHref(place.code)}>Go to the page of {nameInSentence(place.name)}</a>
          {page.measureKnown ? (
            "."
          ) : (
            <>
              , or to <a href={`${placeHref(place.code)}#measures`}>all its measures</a>.
            </>
          )}
        </p>
      )}
    </>
  );
}
