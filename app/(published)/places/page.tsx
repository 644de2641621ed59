import { PlaceSearch } from "@/app/_components/published/place-search";
import { PublishedPage } from "@/app/_components/published-page";
import { shortName } from "@/lib/places/short-name";
import { compareHref } from "@/lib/published/compare-address";
import { placeHref } from "@/lib/published/place-href";
import { type PlaceLink, readPlacesPage } from "@/lib/services/published/places-page";

export const revalidate = false;
export const dynamic = "error";

export default async function PlacesRoute() {
  const read = await readPlacesPage();
  return (
    <PublishedPage
      title="Places"
      current="places"
      synthetic={read?.value.site.synthetic ?? false}
      edition={read?.edition ?? null}
      crumbs={[{ text: "Home", href: "/" }]}
    >
      <h1 className="nhsuk-heading-xl">Places</h1>
      <PlaceSearch
        id="find-place"
        label="Find a nation, region, integrated care board, trust or health board"
      />
      <p>
        Or <a href={compareHref([])}>compare up to four places</a>, or browse:
      </p>
      {read?.value.nations.map((nation) => (
        <section aria-labelledby={nation.code} key={nation.code}>
          <h2 id={nation.code}>
            <a href={placeHref(nation.code)}>{nation.name}</a>
          </h2>
          {nation.parts.some((part) => part.parts.length > 0) ? (
            <div className="muster-regions">
              {nation.parts.map((region) => (
                <Region region={region} key={region.code} />
              ))}
            </div>
          ) : (
            <ul className="muster-columns">
              {nation.parts.map((part) => (
                <li key={part.code}>
                  <a href={placeHref(part.code)}>{part.name}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </PublishedPage>
  );
}

function Region({ region }: { region: PlaceLink }) {
  return (
    <div>
      <h3>
        <a href={placeHref(region.code)}>{region.name}</a>
      </h3>
      <ul className="nhsuk-list">
        {region.parts.map((board) => (
          <li key={board.code}>
            <a href={placeHref(board.code)}>{shortName(board.name)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
