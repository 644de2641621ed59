import { formatDate } from "@/lib/format/date";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { placeHref } from "@/lib/published/place-href";
import { seriesOf } from "@/lib/published/release";
import type { SiteFacts } from "@/lib/services/published/site-facts";
import { PlaceSearch } from "./place-search";

/** So many censuses are told of, the newest first, each by the release that speaks for it. */
const NEWEST = 4;

/** For who comes with another question than the national picture answers: what this is, one's own place, what is new. */
export function HomeWays({ site }: { site: SiteFacts }) {
  const releases = seriesOf(site.releases).toReversed().slice(0, NEWEST);
  return (
    <>
      <section aria-labelledby="find">
        <h2 id="find">Find your organisation</h2>
        <PlaceSearch id="find-place" label="A nation, region, board, trust or health board" />
        <p>
          <a href="/places">Browse all places</a>. To see your own organisation’s exact figures, or to send
          its return, <a href="/sign-in">sign in</a>.
        </p>
      </section>
      <section aria-labelledby="new">
        <h2 id="new">What is new</h2>
        <ul>
          {releases.map((release, at) => (
            <li key={release.number}>
              <a href={placeHref(UNITED_KINGDOM, release.number)}>
                Release {release.number}, census of {formatDate(release.census)}
              </a>
              {release.publishedAt ? `, published ${formatDate(release.publishedAt)}` : ""}
              {release.collectionOpen ? ", provisional" : ""}
              {at === 0 && releases.length > 1 ? (
                <>
                  : <a href={`${placeHref(UNITED_KINGDOM)}#changed`}>what changed in it</a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="about">
        <h2 id="about">What is this?</h2>
        <p>
          NHS clinical engineers look after ventilators, monitors, pumps and scanners for as long as these are
          in use. Muster shows how many engineers there are, how many are missing and what their work asks
          for: trusts send their staff and devices, and what comes out is published for every nation, region
          and board, never so that somebody could be told by a number.
        </p>
        <p>
          <a href="/methods">How the figures are made</a>, <a href="/methods/measures">what each counts</a>,{" "}
          <a href="/methods/requirement">how many staff the work asks for</a> and{" "}
          <a href="/methods/supply">how the years ahead are looked at</a>.{" "}
          <a href="/data">Download the figures</a>
        </p>
      </section>
    </>
  );
}
