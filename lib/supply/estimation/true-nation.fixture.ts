import { type Random, randomStream } from "@/lib/sample/random";
import { gammaQuantile } from "@/lib/statistics/gamma-quantile";
import { AGE_BAND_IDS, bandAt, spanOf } from "../ages";
import { DEFAULT_AGE_MIX } from "../spread-ages";
import { BASE_HAZARDS } from "./base-hazards";
import { EXIT_CAUSES, type ExitRow, type FillRow } from "./exit-rows";
import type { TrueLeaving } from "./score-against-truth.fixture";

/** How a nation of known truth is made. Shapes may be infinite: organisations are then alike. */
export type NationTruth = {
  seed: number;
  organisations: number;
  years: number;
  /** Mean posts of an organisation; sizes are spread as those of trusts are, a few large and many small. */
  meanPosts: number;
  leave: number;
  thetaShape: number;
  psiShape: number;
  fillHazard: number;
  /** Change of ln θ for one standard deviation of the turnover that is given. */
  turnoverSlope: number;
};

export type TrueOrganisation = TrueLeaving & { theta: number; psi: number; turnover: number | null };

const GROUPS_USED = [
  { group: 0, share: 0.2, leave: 1 },
  { group: 3, share: 0.6, leave: 1.1 },
  { group: 6, share: 0.2, leave: 0.9 },
] as const;

const gammaDraw = (random: Random, shape: number): number =>
  shape === Infinity ? 1 : gammaQuantile((random.uniform() * 0xffffffff + 0.5) / 0x100000000, shape, shape);

function ageDraw(random: Random): number {
  const band = random.weighted(AGE_BAND_IDS.map((id) => [id, DEFAULT_AGE_MIX[id] ?? 0]));
  const { from, to } = spanOf(band);
  return random.whole(from, to);
}

/**
 * Exits and fills by year of a made-up nation, post by post under the model's own yearly law, with the truth behind them.
 */
export function trueNation(truth: NationTruth): {
  exits: ExitRow[][];
  fills: FillRow[][];
  organisations: TrueOrganisation[];
} {
  const exits: ExitRow[][] = Array.from({ length: truth.years }, () => []);
  const fills: FillRow[][] = Array.from({ length: truth.years }, () => []);
  const organisations = Array.from({ length: truth.organisations }, (_, at): TrueOrganisation => {
    const code = `ZT${String(at).padStart(3, "0")}`;
    const random = randomStream(truth.seed, "true nation", at);
    const regressor = random.normal(0, 1);
    const theta =
      gammaDraw(random, truth.thetaShape) *
      Math.exp(truth.turnoverSlope * regressor - truth.turnoverSlope ** 2 / 2);
    const psi = gammaDraw(random, truth.psiShape);
    const posts = Math.max(1, Math.round(truth.meanPosts * Math.exp(random.normal(-0.3, 0.8))));
    const years = Array.from({ length: truth.years }, (_, year) =>
      oneYear(random, { code, theta, psi, posts, truth }, exits[year] as ExitRow[], fills[year] as FillRow[]),
    );
    const people = years.reduce((sum, year) => sum + year.people, 0);
    return {
      code,
      theta,
      psi,
      turnover: random.chance(0.1) ? null : 0.1 + 0.02 * regressor,
      expected: years.map((year) => year.expected),
      hazard: years.reduce((sum, year) => sum + year.hazard, 0) / people,
      baseHazard: years.reduce((sum, year) => sum + year.baseHazard, 0) / people,
    };
  });
  return { exits, fills, organisations };
}

type Making = { code: string; theta: number; psi: number; posts: number; truth: NationTruth };

function oneYear(
  random: Random,
  { code, theta, psi, posts, truth }: Making,
  exits: ExitRow[],
  fills: FillRow[],
): { people: number; expected: number; hazard: number; baseHazard: number } {
  const rows = new Map<string, ExitRow>();
  const filling = new Map<number, FillRow>();
  const year = { people: 0, expected: 0, hazard: 0, baseHazard: 0 };
  const x = psi * truth.fillHazard;
  for (let post = 0; post < posts; post += 1) {
    const { group, leave } = random.weighted(GROUPS_USED.map((one) => [one, one.share]));
    const fill = filling.get(group) ?? {
      organisation: code,
      group,
      vacant: 0,
      vacantFilled: 0,
      emptied: 0,
      refilled: 0,
    };
    filling.set(group, fill);
    if (random.chance(0.07)) {
      fill.vacant += 1;
      if (random.chance(1 - Math.exp(-x))) fill.vacantFilled += 1;
      continue;
    }
    const age = ageDraw(random);
    const hazards = {
      leave: theta * truth.leave * leave * (BASE_HAZARDS.leave[age] ?? 0),
      move: theta * (BASE_HAZARDS.move[age] ?? 0),
      promote: group === 6 ? 0 : 1.2 * (BASE_HAZARDS.promote[age] ?? 0),
      retire: 0.9 * (BASE_HAZARDS.retire[age] ?? 0),
    };
    const total = EXIT_CAUSES.reduce((sum, cause) => sum + hazards[cause], 0);
    const there = -Math.expm1(-total) / total;
    const base = (BASE_HAZARDS.leave[age] ?? 0) + (BASE_HAZARDS.move[age] ?? 0);
    year.people += 1;
    year.expected += there * base;
    year.baseHazard += base;
    year.hazard += hazards.leave + hazards.move;
    const key = `${group} ${bandAt(age)}`;
    const row = rows.get(key) ?? {
      organisation: code,
      group,
      ageBand: bandAt(age),
      people: 0,
      leave: 0,
      move: 0,
      promote: 0,
      retire: 0,
    };
    rows.set(key, row);
    row.people += 1;
    if (!random.chance(1 - Math.exp(-total))) continue;
    row[random.weighted(EXIT_CAUSES.map((cause) => [cause, hazards[cause]]))] += 1;
    fill.emptied += 1;
    if (random.chance(1 - Math.exp(-x * (1 - random.uniform())))) fill.refilled += 1;
  }
  exits.push(...rows.values());
  fills.push(...filling.values());
  return year;
}
