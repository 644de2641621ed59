import { randomStream } from "@/lib/sample/random";
import { quantiles } from "@/lib/statistics/quantiles";
import { quantilesOfWhole } from "@/lib/statistics/quantiles-of-whole";
import { AGE_BAND_IDS } from "@/lib/supply/ages";
import { estimateRates } from "@/lib/supply/estimation/estimate-rates";
import type { ExitRow, FillRow } from "@/lib/supply/estimation/exit-rows";
import { GROUPS } from "@/lib/supply/groups";
import { DEFAULT_AGE_MIX } from "@/lib/supply/spread-ages";
import { atLeast, atMost, type BenchRow, median } from "./bench-row";

const ORGANISATIONS = 232;
const REPEATS = 15;

/** A year of counts of every organisation, group and age band, as many people as the profession has. */
function everyOrganisation(): { exits: ExitRow[]; fills: FillRow[]; turnover: Map<string, number> } {
  const random = randomStream(1, "bench estimation");
  const upTo = (mean: number): number => (random.chance(mean % 1) ? Math.ceil(mean) : Math.floor(mean));
  const exits: ExitRow[] = [];
  const fills: FillRow[] = [];
  const turnover = new Map<string, number>();
  for (let at = 0; at < ORGANISATIONS; at += 1) {
    const organisation = `ZT${String(at).padStart(3, "0")}`;
    const [posts, own] = [3 + 20 * random.uniform() ** 2, 0.5 + random.uniform()];
    turnover.set(organisation, 0.08 + 0.06 * random.uniform());
    for (const [group] of GROUPS.entries()) {
      for (const ageBand of AGE_BAND_IDS) {
        const people = upTo((posts / 3) * (DEFAULT_AGE_MIX[ageBand] ?? 0));
        const counts = { leave: 0.08 * own, move: 0.02 * own, promote: 0.05, retire: 0.03 };
        const { leave, move, promote, retire } = counts;
        exits.push({
          organisation,
          group,
          ageBand,
          people,
          leave: upTo(people * leave),
          move: upTo(people * move),
          promote: upTo(people * promote),
          retire: upTo(people * retire),
        });
      }
      const [vacant, emptied] = [upTo(posts / 50), upTo(posts / 30)];
      fills.push({
        organisation,
        group,
        vacant,
        vacantFilled: vacant - upTo(vacant * 0.2),
        emptied,
        refilled: emptied - upTo(emptied * 0.4),
      });
    }
  }
  return { exits, fills, turnover };
}

/** Processor time of one run, in milliseconds: waiting for other programs is not counted. */
function processorTime(run: () => void): number {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** The least of many runs once they are warm, in milliseconds: what else the machine does can only add to it. */
function milliseconds(run: () => void): number {
  for (let warm = 0; warm < 5; warm += 1) run();
  return Math.min(
    ...Array.from({ length: 2 * REPEATS }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );
}

/** How many times as long the plain way takes: the two by turns, since a machine is not always as quick. */
function timesAsLong(plain: () => void, ours: () => void): number {
  for (let warm = 0; warm < 5; warm += 1) ours();
  return median(Array.from({ length: REPEATS }, () => processorTime(plain) / processorTime(ours)));
}

const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The plain twin: the sample copied and sorted, then read between ranks. */
function quantilesBySorting(values: ArrayLike<number>): number[] {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return PROBABILITIES.map((p) => {
    const at = p * (sorted.length - 1);
    const low = sorted[Math.floor(at)] as number;
    return low + (at % 1) * ((sorted[Math.ceil(at)] as number) - low);
  });
}

/** Rates of all organisations, and quantiles of a thousand runs against sorting them. */
export function modelEstimation(): BenchRow[] {
  const { exits, fills, turnover } = everyOrganisation();
  const estimate = () => {
    for (const { leaving, filling, groups } of estimateRates(exits, fills, turnover).organisations.values()) {
      if (!(leaving.interval().low > 0 && filling.interval().low > 0 && groups.length === GROUPS.length)) {
        throw new Error("An organisation has no interval");
      }
    }
  };
  const random = randomStream(1, "bench quantiles");
  const samples = Array.from({ length: 400 }, () =>
    Float64Array.from({ length: 1000 }, () => random.normal(60, 9)),
  );
  const whole = samples.map((sample) => Int32Array.from(sample, Math.round));
  const scratch = new Int32Array(256);
  const each = (run: (at: number) => void) => () => {
    for (let at = 0; at < samples.length; at += 1) run(at);
  };
  return [
    atMost(50, {
      name: `estimation of ${ORGANISATIONS} organisations × ${GROUPS.length} groups, with intervals of θ and ψ`,
      value: milliseconds(estimate),
      unit: "ms",
    }),
    atLeast(10, {
      name: "five quantiles of 1,000 values, against sorting them",
      value: timesAsLong(
        each((at) => quantilesBySorting(samples[at] as Float64Array)),
        each((at) => quantiles(samples[at] as Float64Array, PROBABILITIES)),
      ),
      unit: "×",
    }),
    atLeast(10, {
      name: "five quantiles of 1,000 whole numbers, against sorting them",
      value: timesAsLong(
        each((at) => quantilesBySorting(whole[at] as Int32Array)),
        each((at) => quantilesOfWhole(whole[at] as Int32Array, PROBABILITIES, scratch)),
      ),
      unit: "×",
    }),
  ];
}
