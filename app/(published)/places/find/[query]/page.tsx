import { redirect } from "next/navigation";
import { PlaceSearch } from "@/app/_components/published/place-search";
import { PublishedPage } from "@/app/_components/published-page";
import { decodeSegment } from "@/lib/published/decode-segment";
import { LEVEL_WORDS } from "@/lib/published/level-words";
import { placeHref } from "@/lib/published/place-href";
import { type PlaceHit, readSearchPage } from "@/lib/services/published/search-page";

// `/places?q=` is answered from here (see the rewrite in next.config.js). A plain page without an edition is never
// kept, so that made-up searches push nothing out of the cache.
export const revalidate = false;
export const dynamic = "error";
export const dynamicParams = true;
export const generateStaticParams = () => [];

export default async function SearchRoute({ params }: { params: Promise<{ query: string }> }) {
  const read = await readSearchPage(decodeSegment((await params).query));
  if (read === null) return null;
  const { site, query, exact, hits, more } = read.value;
  if (exact !== null) redirect(placeHref(exact));
  return (
    <PublishedPage
      title={hits.length === 0 ? `No place found for “${query}”` : `Places for “${query}”`}
      current="places"
      synthetic={site.synthetic}
      edition={null}
      crumbs={[
        { text: "Home", href: "/" },
        { text: "Places", href: "/places" },
      ]}
    >
      {hits.length === 0 ? (
        <>
          <h1 className="nhsuk-heading-l">No place found for “{query}”</h1>
          <p>
            Try part of its name, its code, or the first half of its postcode, or{" "}
            <a href="/places">browse nations, regions and integrated care boards</a>.
          </p>
          <PlaceSearch id="find-place" label="Find a place" query={query} />
        </>
      ) : (
        <>
          <h1 className="nhsuk-heading-l">Places for “{query}”</h1>
          <PlaceSearch id="find-place" label="Find another place" query={query} />
          <p>
            {more
              ? `The ${hits.length} best matches, the best first. Write more of the name to narrow them down.`
              : `${hits.length === 1 ? "One place" : `${hits.length} places, the best match first`}.`}
          </p>
          <ol className="nhsuk-list muster-hits">
            {hits.map((hit) => (
              <li key={hit.place.code}>
                <a href={placeHref(hit.place.code)}>{hit.place.name}</a>
                <span>{aboutHit(hit)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </PublishedPage>
  );
}

function aboutHit(hit: PlaceHit): string {
  const about = [LEVEL_WORDS[hit.place.level].one, hit.place.code];
  if (hit.parent) about.push(`part of ${hit.parent}`);
  if (hit.by === "old name" || hit.by === "old code") about.push(`${hit.by}: ${hit.text}`);
  if (hit.by === "postcode") about.push(`postcode ${hit.text}`);
  if (!hit.open) about.push("closed");
  if (hit.place.synthetic) about.push("fictional");
  return about.join(" · ");
}
