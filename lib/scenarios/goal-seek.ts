import { z } from "zod";
import { fail, ok, type Result } from "@/lib/result";
import { LEVERS, type LeverId } from "./known";
import { ANALYSED, drawnOf } from "./measure-of";
import { prepareProjection, type ToProject } from "./prepare-projection";
import { LEVER, type Lever } from "./scenario";

/** What is to be reached, and by which lever; its value is what is sought. */
export const GOAL = z.strictObject({
  place: z.string(),
  measure: z.enum(ANALYSED),
  /** Years from the census. */
  year: z.int().min(1).max(30),
  is: z.enum(["at least", "at most"]),
  target: z.number(),
  /** The goal is to be met with at least this probability. */
  confidence: z.number().min(0.01).max(0.99),
  lever: LEVER.omit({ value: true }),
});
export type Goal = z.infer<typeof GOAL>;

export type GoalAnswer = {
  /** The easiest value of the lever at which the goal is met. */
  value: number;
  unit: string;
  /** Share of histories in which the goal is met there. */
  reached: number;
  /** Values at which the goal would be met if the share of histories were off by 1.96 of its standard errors either way. */
  between: { low: number | null; high: number | null };
};

/** Where the search starts: the lever not moved, or where there is no such value the end that asks least of anybody. */
const EASIEST: Readonly<Record<LeverId, number>> = {
  retention: 1,
  "retire-and-return": 0,
  "time-to-fill": 120,
  unfreezing: 0,
  "frozen-share": 1,
  establishment: 0,
  "external-pool": 0,
  "programme-starts": 0,
  "programme-withdrawal": 1,
  "programme-conversion": 0,
  "temporary-cover": 0,
  "part-time": 0,
  productivity: 0,
  "device-growth": 0,
  "planned-maintenance": 1,
  "in-sourcing": 0,
};

/**
 * Seeks the value of one lever with which a goal is met. Every trial meets the same luck, so the share of histories
 * that meet it moves with the lever alone; it is halved down to a ten-thousandth of the lever's range.
 */
export function goalSeek(asked: ToProject, goal: Goal): Result<GoalAnswer> {
  const { lever, place, measure, year, target, is, confidence } = goal;
  const { low, high, unit } = LEVERS[lever.id];
  if (year < 1 || year > asked.scenario.horizon)
    return fail("goal-year", `Year ${year} is not within the scenario's ${asked.scenario.horizon} years.`);
  if (asked.scenario.runs < 1)
    return fail("goal-runs", "The scenario draws no histories.", "Give runs of 100 or more.");
  const shareAt = (value: number): number => {
    const levers = [...asked.scenario.levers.filter((one) => !sameThing(one, lever)), { ...lever, value }];
    const prepared = prepareProjection({ ...asked, scenario: { ...asked.scenario, levers, horizon: year } });
    const here = prepared.places.find((one) => one.place.code === place);
    const paths = here?.paths();
    if (!here || !paths) return Number.NaN;
    const drawn = drawnOf(measure, paths, here, year);
    let met = 0;
    for (const one of drawn) if (is === "at least" ? one >= target : one <= target) met += 1;
    return met / drawn.length;
  };
  const start = EASIEST[lever.id];
  const ends = [low, high].map((value) => ({ value, share: shareAt(value) }));
  if (ends.some(({ share }) => Number.isNaN(share)))
    return fail("goal-place", `${place} is not projected here.`, "Give one of the scenario's places.");
  const best = ends.reduce((a, b) => (b.share > a.share ? b : a));
  if (best.share < confidence)
    return fail(
      "goal-out-of-reach",
      `Even at ${best.value} (${unit}) ${lever.id} meets the goal in ${Math.round(100 * best.share)} of 100 histories, not in ${Math.round(100 * confidence)}.`,
      "Move another lever, lower the target, or give it more years.",
    );
  const seek = (wanted: number): number | null => {
    if (best.share < wanted) return null;
    let [short, far]: [number, number] = [start, best.value];
    if (shareAt(short) >= wanted) return short;
    const fine = (high - low) / 10_000;
    while (Math.abs(far - short) > fine) {
      const middle = (short + far) / 2;
      if (shareAt(middle) >= wanted) far = middle;
      else short = middle;
    }
    return far;
  };
  const value = seek(confidence) ?? best.value;
  const error = 1.96 * Math.sqrt((confidence * (1 - confidence)) / asked.scenario.runs);
  const sides = [seek(Math.max(0, confidence - error)), seek(Math.min(1, confidence + error))];
  const [least = null, most = null] = sides;
  const ordered = least !== null && most !== null && least > most ? [most, least] : [least, most];
  return ok({
    value,
    unit,
    reached: shareAt(value),
    between: { low: ordered[0] ?? null, high: ordered[1] ?? null },
  });
}

const sameThing = (one: Lever, lever: Omit<Lever, "value">): boolean =>
  one.id === lever.id && one.role === lever.role && one.place === lever.place;
