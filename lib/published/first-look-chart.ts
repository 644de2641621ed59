import type { ChartRow, SeriesChart } from "@/lib/charts/chart";
import { figureWords, rangeText } from "@/lib/disclosure/figure-text";
import { formatCount } from "@/lib/format/number";
import { shortName } from "@/lib/places/short-name";
import type { LookAhead, LookYear } from "@/lib/scenarios/look-ahead";
import { imputedSentences, restsOnNote, restsOnSentence, toFive, yearsOfLook } from "./look-words";
import type { PublishedPlace } from "./release";
import { releaseWords } from "./release-words";
import type { Scene } from "./scene";

export const FIRST_LOOK = "first-look";

/** A first look ahead from a place: its chart, and what is said beside it. */
export type FirstLookOf = { chart: SeriesChart; sentences: string[] };

function row(year: string, value: number | null, range?: Pick<LookYear, "low" | "high">): ChartRow {
  // What is shown to five cannot be surer than that.
  const sure = range && value !== null && range.high - range.low > 0.5 ? range : undefined;
  const ends = sure ? { low: toFive(sure.low), high: toFive(sure.high) } : null;
  return {
    key: year,
    label: year,
    value: value === null ? null : toFive(value),
    low: ends?.low ?? null,
    high: ends?.high ?? null,
    text: value === null ? "not known" : formatCount(toFive(value)),
    range: ends ? `${formatCount(ends.low)} to ${formatCount(ends.high)}` : null,
  };
}

/**
 * Staff in post and funded posts over ten years, if only age takes its course: the expectation at default rates from
 * the population fitted to the place's published figures.
 */
export function firstLookOf(scene: Scene, place: PublishedPlace, look: LookAhead): FirstLookOf {
  const years = yearsOfLook(scene, look);
  // At the census a small place's posts are rounded by a draw; what was published then is not in doubt.
  const inPost = look.years.map((year, at) =>
    row(years[at] ?? "", year.inPostWte, at === 0 ? undefined : year),
  );
  const funded = look.years.map(({ establishmentWte }, at) => row(years[at] ?? "", establishmentWte));
  const imputed = look.imputed?.years.map((year, at) => row(years[at] ?? "", year.inPostWte, year));
  const known = funded.some(({ value }) => value !== null);
  const chart: SeriesChart = {
    kind: "series",
    dense: true,
    id: FIRST_LOOK,
    title: `A first look ahead, WTE: ${shortName(place.name)}`,
    subtitle: `Expected, at ${look.estimated ? "rates estimated from returns" : "illustrative default rates"}; bars where nine in ten histories lie. ${releaseWords(scene.release)}.`,
    description: `Staff in post: ${inPost[0]?.text} WTE in ${years[0]}, ${inPost.at(-1)?.text} expected in ${years.at(-1)}.${
      known ? ` Funded establishment: ${funded[0]?.text} throughout.` : ""
    }${requirementBand(scene, place)
      ?.map(({ label, text }) => ` ${label}: ${text}.`)
      .join("")}`,
    source: `Source: Muster, release ${scene.release.number}, and its supply model. No forecast. ${restsOnNote(look)} Bars: nine in ten of its histories.${coveredBy(scene, place)}`,
    synthetic: scene.release.synthetic,
    dates: years,
    lines: [
      { key: "in-post", label: "In post, expected", points: inPost },
      ...(imputed
        ? [{ key: "in-post-imputed", label: "With those not answered, imputed", points: imputed }]
        : []),
      ...(known ? [{ key: "establishment", label: "Establishment", points: funded }] : []),
    ],
    bands: requirementBand(scene, place),
  };
  return { chart, sentences: sentencesOf(look, years.at(-1) ?? "") };
}

/** What the work that is counted asks for today, as its interval: it is set against whoever is there in later years. */
function requirementBand(scene: Scene, place: PublishedPlace): SeriesChart["bands"] {
  const required = scene.figures.find(place.code, "requirement");
  if (!required || required.low === null || required.high === null) return [];
  const text = rangeText(required, "wte") ?? formatCount(required.low);
  return [
    {
      key: "requirement",
      label: "Requirement of the work counted, today",
      low: required.low,
      high: required.high,
      text,
    },
  ];
}

/** Of whose work the requirement speaks, so that the room above it is not taken for spare staff. */
function coveredBy(scene: Scene, place: PublishedPlace): string {
  const coverage = scene.figures.find(place.code, "modelled-coverage");
  return coverage?.value === null || coverage === null
    ? ""
    : ` The requirement speaks of the work of ${figureWords(coverage, "percent")} of the staff in post; the lines are of all.`;
}

function surenessOf(last: LookYear): string {
  const [low, high] = [toFive(last.low), toFive(last.high)].map(formatCount);
  return low === high
    ? ` Nine in ten histories end near ${low}.`
    : ` Nine in ten histories end between ${low} and ${high}: rates are drawn as unsure as they are taken to be, chance falls post by post, and what was published is rounded.`;
}

function sentencesOf(look: LookAhead, last: string): string[] {
  const { years, retired, left } = look;
  const [start, end] = [years[0], years.at(-1)];
  if (!start || !end) return [];
  const inPost = ({ inPostWte }: LookYear) => formatCount(toFive(inPostWte));
  const share = (value: number | null) => (value === null ? "not known" : `${Math.round(100 * value)}%`);
  return [
    `If people leave, retire and are replaced at ${look.estimated ? "the rates that returns tell of" : "the default rates"}, staff in post go from ${inPost(start)} to ${inPost(end)} WTE in the ten years to ${last}.${surenessOf(end)}`,
    `All the while posts fall empty and are filled again: about ${formatCount(toFive(retired))} times by retirement and ${formatCount(toFive(left))} times by leaving the profession before it, over the ten years together. That counts people who join meanwhile as well as those here now, so a post may be counted more than once.`,
    `The share aged 55 and over goes from ${share(start.share55)} to ${share(end.share55)}.`,
    ...imputedSentences(look, last),
    look.estimated
      ? `How often people leave, retire, move and are promoted, and how fast posts are filled, is estimated from the returns behind this release. ${restsOnSentence(look)}`
      : `${restsOnSentence(look)} No UK rates for clinical engineering are known; returns will replace them.`,
  ];
}
