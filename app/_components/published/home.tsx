import { breakdownId } from "@/lib/published/breakdown-chart";
import { dataHref, placeHref } from "@/lib/published/place-href";
import { POSTS_OVER_TIME } from "@/lib/published/series-chart";
import type { AreaPage } from "@/lib/services/published/area-page";
import { ActionLink } from "../nhs/action-link";
import { mapNote } from "./area";
import { ChartFigure } from "./chart-figure";
import { KeyFigures } from "./key-figures";
import { PlaceSearch } from "./place-search";
import { ReleaseLine } from "./release-line";
import { TileMapFigure } from "./tile-map";

const QUESTIONS = {
  headcount: "How many are we?",
  "vacancy-rate": "How many posts are vacant?",
  "share-55-and-over": "How old are we?",
  "planned-maintenance-on-time": "Is the work done?",
} as const;

/** The national picture: how many, how short, how old, where, since when, how sure. */
export function Home({ page }: { page: AreaPage }) {
  const { note, place } = page;
  const csv = dataHref(note.number, place.code);
  const chart = (id: string) =>
    page.charts
      .filter((one) => one.id === id)
      .map((one) => (
        <ChartFigure
          chart={one}
          place={place.code}
          release={note.number}
          drawn={page.drawn}
          csv={csv}
          key={one.id}
        />
      ));
  const figures = Object.keys(QUESTIONS).flatMap((id) =>
    page.keyFigures.filter((figure) => figure.measure === id),
  );
  const textOf = (id: string) => page.keyFigures.find((figure) => figure.measure === id);
  const inPost = textOf("in-post");
  const establishment = textOf("establishment");
  return (
    <>
      <h1 className="nhsuk-heading-xl muster-heading">The national picture</h1>
      <p className="nhsuk-lede-text">
        Clinical engineers, scientists and technologists keep the NHS’s medical devices safe and working. This
        is how many there are, and how many are missing.
      </p>
      <ReleaseLine note={note} inRelease={(release) => placeHref(place.code, release)} />
      <KeyFigures
        figures={figures}
        questions={QUESTIONS}
        remarks={{
          headcount: inPost?.unit ? `${inPost.text} whole-time equivalents` : null,
          "vacancy-rate": establishment?.unit ? `Of ${establishment.text} funded WTE` : null,
        }}
      />
      <section aria-labelledby="sure">
        <h2 id="sure">How sure is this?</h2>
        {page.coverage ? <p>{page.coverage.sentence}</p> : null}
        <p>
          Counts of people are rounded so that nobody can be recognised; the true value lies within the range
          given with each figure. <a href="/methods">How the figures are made</a>
        </p>
      </section>
      <section aria-labelledby="where">
        <h2 id="where">Where are posts vacant?</h2>
        {page.map ? <TileMapFigure map={page.map} note={mapNote(page)} /> : null}
        {chart("vacancy-rate")}
      </section>
      <section aria-labelledby="since">
        <h2 id="since">Since when?</h2>
        {chart(POSTS_OVER_TIME)}
        {page.charts.some((one) => one.id === POSTS_OVER_TIME) ? null : (
          <p>This is the first census: there is nothing to compare it with yet.</p>
        )}
      </section>
      <section aria-labelledby="old">
        <h2 id="old">How old are we?</h2>
        {chart(breakdownId("headcount", "age"))}
      </section>
      <ActionLink href={placeHref(place.code)} text="All figures of the United Kingdom" />
      <section aria-labelledby="find">
        <h2 id="find">Find your place</h2>
        <PlaceSearch id="find-place" label="A nation, region, integrated care board, trust or health board" />
      </section>
    </>
  );
}
