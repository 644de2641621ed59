import { breakdownId } from "@/lib/published/breakdown-chart";
import { compareHref } from "@/lib/published/compare-address";
import { placeHref } from "@/lib/published/place-href";
import { FIRST_CENSUS } from "@/lib/published/section-view";
import { POSTS_OVER_TIME } from "@/lib/published/series-chart";
import { spreadBesideMap } from "@/lib/published/spread-words";
import type { AreaPage } from "@/lib/services/published/area-page";
import type { SiteFacts } from "@/lib/services/published/site-facts";
import { ActionLink } from "../nhs/action-link";
import { Details } from "../nhs/details";
import { mapNote } from "./area";
import { ChartFigure } from "./chart-figure";
import { CoverageSentence } from "./coverage-sentence";
import { HomeWays } from "./home-ways";
import { KeyFigures } from "./key-figures";
import { ReleaseLine } from "./release-line";
import { TileMapFigure } from "./tile-map";

const QUESTIONS = {
  headcount: "How many are we?",
  "vacancy-rate": "How short are we?",
  "share-55-and-over": "How old are we?",
  "planned-maintenance-on-time": "Is the work done?",
} as const;

/** The national picture: how many, how short, how old, where, since when, how sure. */
export function Home({ page, site }: { page: AreaPage; site: SiteFacts }) {
  const { note, place } = page;
  const chartOf = (id: string) => page.charts.find((one) => one.id === id);
  const figure = (id: string) => {
    const chart = chartOf(id);
    return chart ? (
      <ChartFigure
        chart={chart}
        place={place.code}
        release={note.number}
        drawn={page.drawn}
        half
        first={id === "vacancy-rate"}
      />
    ) : null;
  };
  const figures = Object.keys(QUESTIONS).flatMap((id) => page.keyFigures.filter((one) => one.measure === id));
  const amountOf = (id: string) => {
    const found = page.keyFigures.find((one) => one.measure === id);
    return found?.unit ? found.text : null;
  };
  const inPost = amountOf("in-post");
  const spread = spreadBesideMap(chartOf("vacancy-rate"), place.level);
  return (
    <>
      <h1 className="nhsuk-heading-xl muster-heading">The national picture</h1>
      <p className="nhsuk-lede-text">
        How many people keep the NHS’s medical devices safe and working, and how many are missing.
      </p>
      <ul className="muster-ways">
        <li>
          <a href="#about">What is this?</a>
        </li>
        <li>
          <a href="#find">Your organisation</a>
        </li>
        <li>
          <a href="#new">What is new</a>
        </li>
      </ul>
      <ReleaseLine note={note} inRelease={(release) => placeHref(place.code, release)} changed />
      <CoverageSentence coverage={page.coverage} at="above" />
      <KeyFigures
        figures={figures}
        questions={QUESTIONS}
        remarks={{
          headcount: [inPost ? `${inPost} whole-time equivalents (WTE)` : null],
          "vacancy-rate": [page.vacant],
        }}
        before
      />
      <section aria-labelledby="sure" className="muster-sure">
        <h2 id="sure">How sure is this?</h2>
        {page.coverage && !page.coverage.few ? <p>{page.coverage.brief}</p> : null}
        <Details narrow summary="What that means for the figures">
          <p>
            {page.coverage?.missing ? `${page.coverage.missing} ` : null}
            Counts of people are rounded so that nobody can be recognised; the true value lies within the
            range given with each figure. <a href="/methods">How the figures are made</a>
          </p>
        </Details>
      </section>
      <section aria-labelledby="where">
        <h2 id="where">Where are posts vacant?</h2>
        {spread ? <p className="muster-said">{spread}</p> : null}
        {page.map ? (
          <TileMapFigure map={page.map} note={mapNote(page)}>
            <Details narrow summary="Chart by region and nation, with ranges">
              {figure("vacancy-rate")}
            </Details>
          </TileMapFigure>
        ) : (
          figure("vacancy-rate")
        )}
      </section>
      <div className="muster-pair">
        <section aria-labelledby="since">
          <h2 id="since">Since when?</h2>
          {figure(POSTS_OVER_TIME) ?? <p>{FIRST_CENSUS}</p>}
        </section>
        <section aria-labelledby="old">
          <h2 id="old">How many of each age?</h2>
          {figure(breakdownId("headcount", "age"))}
        </section>
      </div>
      <ActionLink href={placeHref(place.code)} text="All figures of the United Kingdom" />
      <ActionLink href={compareHref([place.code])} text="Compare nations, regions and boards" />
      <HomeWays site={site} />
    </>
  );
}
