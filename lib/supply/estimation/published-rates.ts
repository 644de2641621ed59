import { N_DIST, N_RATE } from "@/lib/disclosure/thresholds";
import { GROUPS } from "../groups";
import { estimateRates, type RateEstimates } from "./estimate-rates";
import type { EstimatedRate } from "./estimated-rate";
import { EXIT_CAUSES, type ExitCause, type ExitRow, type FillRow } from "./exit-rows";
import type { Turnover } from "./pool-exits";
import { VARYING, type YearRows, yearVariation } from "./year-variation";

/** What is estimated of a group, or of all together. Exits are multiples of the default's hazards; fills a hazard a year. */
export type RateId = ExitCause | "fill";
export const RATE_IDS: readonly RateId[] = [...EXIT_CAUSES, "fill"];

/** One rate as a release publishes it: of the whole profession, coarse enough to tell of no one organisation. */
export type PublishedRate = {
  rate: RateId;
  /** A group of `GROUPS`; `all` is the profession; `between-years` and `official-turnover` are no rates. */
  group: string;
  value: number;
  /** 90 %. */
  low: number;
  high: number;
  /** Person-years (of fills, posts vacant or emptied in a year), to five. */
  people: number;
  /** To five. */
  events: number;
  organisations: number;
  /** The share of the value that does not come from people and events of its own. */
  priorShare: number;
};

/** So many events have to be left when the organisation that has most of them takes its own away. */
const EVENTS_LEFT = 30;
const ROUND = 5;
export const ALL_GROUPS = "all";
/** In place of a group, with the rate `leave`: the slope of θ on official turnover, of the organisations that have one. */
export const TURNOVER_SLOPE = "official-turnover";
/** In place of a group: how much a rate differs from year to year, a coefficient of variation. */
export const BETWEEN_YEARS = "between-years";
/** A slope is published to so much of a standard deviation's change of the logarithm. */
const SLOPE_STEP = 0.01;

type Seen = { events: number; greatest: number; people: number; organisations: number };

/** What the rows tell of a rate and group, organisation by organisation. */
function seenIn(
  exits: readonly ExitRow[],
  fills: readonly FillRow[],
  rate: RateId,
  group: number | null,
): Seen {
  const events = new Map<string, number>();
  const people = new Map<string, number>();
  const add = (sums: Map<string, number>, organisation: string, count: number) =>
    sums.set(organisation, (sums.get(organisation) ?? 0) + count);
  if (rate === "fill")
    for (const row of fills) {
      if (group !== null && row.group !== group) continue;
      add(events, row.organisation, row.vacantFilled + row.refilled);
      add(people, row.organisation, row.vacant + row.emptied);
    }
  else
    for (const row of exits) {
      if (group !== null && row.group !== group) continue;
      add(events, row.organisation, row[rate]);
      add(people, row.organisation, row.people);
    }
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  return {
    events: sum(events.values()),
    greatest: Math.max(0, ...events.values()),
    people: sum(people.values()),
    organisations: [...people.values()].filter((count) => count > 0).length,
  };
}

const isPublishable = ({ events, greatest, people, organisations }: Seen): boolean =>
  organisations >= N_DIST && people >= N_RATE && events - greatest >= EVENTS_LEFT;

/** The least of 1, 2 and 5 times a power of ten that is no less. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-12)) ?? 10) * power;
}

function published(rate: RateId, group: string, estimate: EstimatedRate, seen: Seen): PublishedRate {
  // Between two steps lie five events: a rate tells as much of them as a count that is rounded to five.
  const step = niceStep((ROUND * estimate.value) / seen.events);
  const exact = (value: number) => Number(value.toPrecision(12));
  const { low, high } = estimate.interval();
  return {
    rate,
    group,
    value: exact(step * Math.max(1, Math.round(estimate.value / step))),
    low: exact(step * Math.floor(low / step)),
    high: exact(step * Math.ceil(high / step)),
    people: ROUND * Math.round(seen.people / ROUND),
    events: ROUND * Math.round(seen.events / ROUND),
    organisations: seen.organisations,
    priorShare: Math.round(100 * estimate.priorShare) / 100,
  };
}

/**
 * The rates of the profession and of its groups that a release may publish, from the counts of its organisations. A rate
 * is left out where fewer than ten organisations, fewer than 50 people or, without the organisation that has most of them,
 * fewer than 30 events tell of it (docs/method/disclosure.md): a group then has the profession's, and the profession the
 * default.
 *
 * @param turnover official leaver rates of other professions, by organisation; none where they are not known
 * @param byYear the same rows year by year: of two years or more it is told how they differ
 */
export function publishedRates(
  exits: readonly ExitRow[],
  fills: readonly FillRow[],
  turnover: Turnover = new Map(),
  byYear: readonly YearRows[] = [],
): PublishedRate[] {
  if (exits.length + fills.length === 0) return [];
  const estimates: RateEstimates = estimateRates(exits, fills, turnover);
  const rates = RATE_IDS.flatMap((rate) => {
    const all = seenIn(exits, fills, rate, null);
    const profession = estimates.profession[rate];
    if (!isPublishable(all) || profession.evidence !== "estimated") return [];
    return [
      published(rate, ALL_GROUPS, profession, all),
      ...GROUPS.flatMap(({ id }, group) => {
        const seen = seenIn(exits, fills, rate, group);
        const estimate = estimates.groups[group]?.[rate];
        return estimate?.evidence === "estimated" && isPublishable(seen)
          ? [published(rate, id, estimate, seen)]
          : [];
      }),
    ];
  });
  return [...rates, ...variationsOf(rates, byYear), ...slopeOf(estimates, exits, turnover)];
}

/** How much published rates differ from year to year, to hundredths. */
const variationsOf = (rates: readonly PublishedRate[], byYear: readonly YearRows[]): PublishedRate[] =>
  VARYING.flatMap((rate) => {
    const ofAll = rates.find((one) => one.rate === rate && one.group === ALL_GROUPS);
    const found = ofAll && yearVariation(byYear, rate);
    if (!ofAll || !found) return [];
    const hundredths = (value: number) => Math.round(100 * value) / 100;
    return [
      {
        ...ofAll,
        group: BETWEEN_YEARS,
        value: hundredths(found.value),
        low: hundredths(found.low),
        high: hundredths(found.high),
        priorShare: hundredths(found.priorShare),
      },
    ];
  });

/** The slope on official turnover, under the rule of rates: of leavers and movers of the organisations that have one. */
function slopeOf(
  { turnover: found }: RateEstimates,
  exits: readonly ExitRow[],
  turnover: Turnover,
): PublishedRate[] {
  if (found === null) return [];
  const own = exits
    .filter(({ organisation }) => turnover.get(organisation) != null)
    .map((row) => ({ ...row, leave: row.leave + row.move }));
  const seen = seenIn(own, [], "leave", null);
  if (!isPublishable(seen)) return [];
  const steps = (value: number, round: (value: number) => number) =>
    Number((SLOPE_STEP * round(value / SLOPE_STEP)).toFixed(2)) + 0;
  return [
    {
      rate: "leave",
      group: TURNOVER_SLOPE,
      value: steps(found.slope, Math.round),
      low: steps(found.low, Math.floor),
      high: steps(found.high, Math.ceil),
      people: ROUND * Math.round(seen.people / ROUND),
      events: ROUND * Math.round(seen.events / ROUND),
      organisations: seen.organisations,
      priorShare: Math.round(100 * found.priorShare) / 100,
    },
  ];
}
