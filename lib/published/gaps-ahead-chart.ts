import type { ChartRow, SeriesChart } from "@/lib/charts/chart";
import { formatCount, formatPercent } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";
import { shortName } from "@/lib/places/short-name";
import type { LookAhead } from "@/lib/scenarios/look-ahead";
import { type GapAhead, type GapsAhead, type GapYear, gapsAhead } from "./gaps-ahead";
import { restsOnNote, yearsOfLook } from "./look-words";
import type { PublishedPlace } from "./release";
import { releaseWords } from "./release-words";
import { NOT_EVIDENCE } from "./requirement-chart";
import type { Scene } from "./scene";

/** Of posts: what is funded and not in post, and what of it nobody covers. */
export const GAPS_AHEAD = "gaps-ahead";
/** Of work: on a scale and with a coverage of its own, and so never in one picture with those of posts. */
export const WORKLOAD_GAP_AHEAD = "workload-gap-ahead";

const NAMES = { funded: "Funded gap", unfilled: "Unfilled gap", workload: "Workload gap" } as const;
type Kind = keyof typeof NAMES;

/** Gaps are small beside what they are differences of: to five they would jump from year to year. */
const whole = Math.round;

function row({ value, low, high }: GapYear, label: string): ChartRow {
  const [least, most] = [whole(low), whole(high)];
  const range = formatRange(least, most, formatCount);
  // What is shown in whole WTE cannot be surer than that.
  const sure = high - low > 0.5;
  const ends = sure ? { low: least, high: most } : { low: null, high: null };
  if (value === null) return { key: label, label, value, low: least, high: most, text: range, range: null };
  return {
    key: label,
    label,
    value: whole(value),
    ...ends,
    text: formatCount(whole(value)),
    range: sure ? range : null,
  };
}

function lineOf(kind: Kind, gap: GapAhead, dates: readonly string[]): SeriesChart["lines"] {
  if (gap.years === null) return [];
  return [{ key: kind, label: NAMES[kind], points: gap.years.map((year, at) => row(year, dates[at] ?? "")) }];
}

/** The gaps of a place in the years ahead as charts: of posts, and of work; null where none of its gaps can be formed. */
export function gapsAheadChart(
  scene: Scene,
  place: PublishedPlace,
  look: LookAhead,
  id: typeof GAPS_AHEAD | typeof WORKLOAD_GAP_AHEAD,
): SeriesChart | null {
  const gaps = gapsAhead(scene, place, look);
  const dates = yearsOfLook(scene, look);
  const ofPosts = id === GAPS_AHEAD;
  const lines = ofPosts
    ? [...lineOf("funded", gaps.funded, dates), ...lineOf("unfilled", gaps.unfilled, dates)]
    : lineOf("workload", gaps.workload, dates);
  if (lines.length === 0) return null;
  return {
    kind: "series",
    dense: true,
    id,
    title: `${ofPosts ? "Funded and unfilled gap ahead" : "Workload gap ahead"}, WTE: ${shortName(place.name)}`,
    subtitle: `${ofPosts ? "Establishment − in post, and less temporary cover" : "Required − in post, specialisms compared"}; bars where nine in ten histories lie. ${releaseWords(scene.release)}.`,
    description: lines
      .map(
        ({ label, points }) =>
          `${label}: ${points[0]?.text} WTE in ${dates[0]}, ${points.at(-1)?.text} expected in ${dates.at(-1)}.`,
      )
      .join(" "),
    source:
      `Source: Muster, release ${scene.release.number}, and its supply model. No forecast. ${restsOnNote(look)} ${(ofPosts ? coverNote(gaps) : workNote(gaps)).join(" ")}`.trim(),
    synthetic: scene.release.synthetic,
    dates,
    lines,
  };
}

const percent = (share: number): string => formatPercent(Math.round(100 * share));

const coverNote = ({ coverShare, unfilled }: GapsAhead): string[] =>
  coverShare === null || unfilled.years === null
    ? []
    : [`Temporary staff cover ${percent(coverShare)} of vacant posts, as at the census.`];

/** How far the workload gap speaks, and what it is no evidence of. It stands on every one. */
function workNote({ coverage, workload }: GapsAhead): string[] {
  if (coverage === null || workload.years === null) return [];
  const spoken = `It speaks of the work of ${percent(Math.min(1, coverage))} of the staff in post, and takes that work to stay as it was at the census.`;
  const illustrative = workload.years.some(({ value }) => value === null)
    ? [`More than a quarter of its hours rest on illustrative times: ${NOT_EVIDENCE}.`]
    : [];
  const below = workload.years.some(({ low }) => low < 0)
    ? ["A gap below nought is no measure of spare staff: work that is not counted is not nothing."]
    : [];
  return [spoken, ...illustrative, ...below];
}

/** What there is to say of the gaps of a place, each apart: its first and last year, or why there is none. */
export function gapsAheadSentences(scene: Scene, place: PublishedPlace, look: LookAhead): string[] {
  const gaps = gapsAhead(scene, place, look);
  const dates = yearsOfLook(scene, look);
  const last = dates.at(-1) ?? "";
  const said = (kind: Kind, what: string, over: string, notes: readonly string[]): string => {
    const { years, why } = gaps[kind];
    if (years === null) return `${NAMES[kind]} (${what}): none can be formed. ${why}`;
    const [first, end] = [years[0], years.at(-1)] as [GapYear, GapYear];
    const atRate = ({ rate }: GapYear) => (rate === null ? "" : `, ${percent(rate)} of ${over}`);
    const now =
      first.value === null
        ? `between ${between(first)} WTE now`
        : `about ${formatCount(whole(first.value))} WTE now${atRate(first)}`;
    const then =
      end.value === null
        ? `between ${between(end)} in ${last}`
        : `${formatCount(whole(end.value))} expected in ${last}${atRate(end)}; nine in ten histories end ${within(end)}`;
    return [`${NAMES[kind]} (${what}): ${now}, ${then}.`, ...notes].join(" ");
  };
  return [
    said("funded", "establishment less staff in post", "the establishment", []),
    said("unfilled", "the same, less temporary cover", "the establishment", coverNote(gaps)),
    said(
      "workload",
      "what the counted work requires, less who is in post to do it",
      "what it requires",
      workNote(gaps),
    ),
    "All three rest on the same illustrative defaults as the look ahead above, and are of organisations that answered.",
  ];
}

const between = ({ low, high }: GapYear): string =>
  `${formatCount(whole(low))} and ${formatCount(whole(high))}`;

const within = (end: GapYear): string =>
  whole(end.low) === whole(end.high) ? `near ${formatCount(whole(end.low))}` : `between ${between(end)}`;
