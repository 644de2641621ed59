import { formatNumber, formatPercent } from "@/lib/format/number";
import { csvOf, SYNTHETIC } from "@/lib/reports/csv-lines";
import type { ScorecardLine } from "@/lib/scenarios/scorecard-lines";
import {
  ALL_GROUPS,
  BETWEEN_YEARS,
  type PublishedRate,
  type RateId,
  TURNOVER_SLOPE,
} from "@/lib/supply/estimation/published-rates";
import { GROUPS } from "@/lib/supply/groups";
import type { Release } from "./release";

const MEASURES: Readonly<Record<string, { title: string; unit: string }>> = {
  "in-post": { title: "Staff in post", unit: "WTE" },
  "funded-gap": { title: "Funded gap", unit: "WTE" },
  "share-55-and-over": { title: "Share aged 55 and over", unit: "percentage points" },
};

const percent = (share: number) => formatPercent(Math.round(100 * share));

/** Columns of the scorecard on its page, in order. */
export const SCORECARD_HEADINGS = [
  "Looked at",
  "Figures",
  "In the middle half (50% would be right)",
  "In nine in ten (90% would be right)",
  "Too high by (below nought: too low)",
  "Score (CRPS)",
  "Score of “same as then”",
  "Better by",
] as const;

export function scorecardCells(line: ScorecardLine): string[] {
  const { measure, yearsAhead, figures, covered50, covered90, bias, crps, sameCrps, skill } = line;
  const { title = measure, unit = "" } = MEASURES[measure] ?? {};
  return [
    `${title}, ${yearsAhead === 1 ? "one year" : `${yearsAhead} years`} ahead (${unit})`,
    String(figures),
    percent(covered50),
    percent(covered90),
    formatNumber(bias, 1),
    formatNumber(crps, 2),
    formatNumber(sameCrps, 2),
    skill === null ? "–" : percent(skill),
  ];
}

/** Whether looks were better than "same as then", and as sure as they should be. */
export function scorecardSentences(lines: readonly ScorecardLine[]): string[] {
  const better = lines.filter(({ skill }) => skill !== null && skill > 0).length;
  const figures = lines.reduce((sum, line) => sum + line.figures, 0);
  const held = lines.reduce((sum, line) => sum + line.covered90 * line.figures, 0) / figures;
  const sureness =
    held < 0.85
      ? "they were surer than they had reason to be"
      : held > 0.95
        ? "they were less sure than they could have been"
        : "they were about as sure as they should be";
  return [
    `Looks ahead came nearer than “same as then” in ${better} of ${lines.length} lines.`,
    `Ranges that were to hold nine in ten of what came held ${percent(held)} of it: ${sureness}.`,
  ];
}

export const SCORECARD_COLUMNS = [
  "synthetic",
  "release",
  "census",
  "measure",
  "unit",
  "years_ahead",
  "pairs_of_censuses",
  "figures",
  "covered_50",
  "covered_90",
  "bias",
  "crps",
  "interval_score_90",
  "same_as_then_bias",
  "same_as_then_crps",
  "skill",
  "source",
] as const;

const sourceOf = ({ number, census }: Release, what: string) =>
  `Muster, release ${number}, census of ${census}: ${what}`;
const given = (release: Release) =>
  [release.synthetic ? SYNTHETIC : "no", release.number, release.census] as const;

export const scorecardCsv = (release: Release, lines: readonly ScorecardLine[]): string =>
  csvOf([
    [...SCORECARD_COLUMNS],
    ...lines.map((line) => [
      ...given(release),
      line.measure,
      MEASURES[line.measure]?.unit ?? "",
      line.yearsAhead,
      line.pairs,
      line.figures,
      line.covered50,
      line.covered90,
      line.bias,
      line.crps,
      line.intervalScore90,
      line.sameBias,
      line.sameCrps,
      line.skill,
      sourceOf(release, "looks ahead from the releases before, held against later censuses"),
    ]),
  ]);

const RATES: Readonly<Record<RateId, { title: string; unit: string }>> = {
  leave: { title: "Leaving the profession", unit: "times the default" },
  move: { title: "Moving to another organisation", unit: "times the default" },
  promote: { title: "Promotion into the next group", unit: "times 5% a year" },
  retire: { title: "Retiring", unit: "times the default" },
  fill: { title: "Filling a vacant post", unit: "hazard a year" },
};

/** The unit of a rate, in words. */
export const unitOfRate = ({ rate, group }: Pick<PublishedRate, "rate" | "group">): string =>
  group === TURNOVER_SLOPE
    ? "change of the logarithm for a standard deviation"
    : group === BETWEEN_YEARS
      ? "coefficient of variation"
      : RATES[rate].unit;

/** The unit of a measure that looks ahead are scored on, in words; empty of one that there is none of. */
export const unitOfScored = (measure: string) => MEASURES[measure]?.unit ?? "";

const SLOPE =
  "Leaving and moving: what official turnover of other staff tells (change of logarithm for a standard deviation)";

const groupTitle = (group: string) =>
  group === ALL_GROUPS ? "Everybody" : (GROUPS.find(({ id }) => id === group)?.title ?? group);

export const RATE_HEADINGS = [
  "Rate",
  "Value",
  "90% interval",
  "Person-years or posts",
  "Events",
  "Organisations",
  "Prior share",
] as const;

export const rateCells = ({
  rate,
  group,
  value,
  low,
  high,
  people,
  events,
  organisations,
  priorShare,
}: PublishedRate) => [
  group === TURNOVER_SLOPE
    ? SLOPE
    : group === BETWEEN_YEARS
      ? `${RATES[rate].title}: how much years differ (coefficient of variation)`
      : `${RATES[rate].title}: ${groupTitle(group)} (${RATES[rate].unit})`,
  String(value),
  `${low} to ${high}`,
  formatNumber(people, 0),
  formatNumber(events, 0),
  String(organisations),
  percent(priorShare),
];

export const RATE_COLUMNS = [
  "synthetic",
  "release",
  "census",
  "rate",
  "group",
  "unit",
  "value",
  "low",
  "high",
  "people",
  "events",
  "organisations",
  "prior_share",
  "source",
] as const;

export const ratesCsv = (release: Release, rates: readonly PublishedRate[]): string =>
  csvOf([
    [...RATE_COLUMNS],
    ...rates.map(({ rate, group, value, low, high, people, events, organisations, priorShare }) => [
      ...given(release),
      rate,
      group,
      unitOfRate({ rate, group }),
      value,
      low,
      high,
      people,
      events,
      organisations,
      priorShare,
      sourceOf(release, "estimated from the returns behind it and those before"),
    ]),
  ]);
