import { B } from "@/lib/disclosure/thresholds";
import { counterUniform } from "@/lib/statistics/counter-uniform";
import { YOUNGEST } from "@/lib/supply/ages";
import type { Expectation } from "@/lib/supply/expectation";
import { expectedYear } from "@/lib/supply/expected-year";
import type { Base } from "@/lib/supply/fit-base";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import type { Population } from "@/lib/supply/population";
import { streamOf } from "./draw-parameters";

/**
 * What rounding leaves open of where a place of a release starts. A count is published as the multiple of five below it
 * plus a secret number from 0 to 4 (docs/method/disclosure.md), so that it is off by the difference of two numbers of
 * which each is as likely as any other.
 */
export type StartDoubt = {
  /** Ten-year ages whose number of people is published, each rounded by itself: `[from age, to age]`. */
  ages: readonly (readonly [number, number])[];
};

/** The cut point of a figure in one history, and what was cut off: it is off by `cut − rest`. */
export type Rounded = { cut: number; rest: number };

/** In each history: how far the figures of a place lie from those at which its projection starts. */
export type StartShift = {
  /** WTE in post, filled posts, and those of them whose holder is 55 or older: what is to be added, by run. */
  wte(year: number, row: number): Float64Array;
  filled(year: number, row: number): Float64Array;
  aged55(year: number, row: number): Float64Array;
  /** Of people and of their WTE, which share one whole number. */
  headcount: readonly Rounded[];
  inPost: readonly Rounded[];
  ages: readonly { from: number; rounded: readonly Rounded[] }[];
};

const AGE_SPANS: Readonly<Record<string, readonly [number, number]>> = {
  under_25: [YOUNGEST, 24],
  "25_34": [25, 34],
  "35_44": [35, 44],
  "45_54": [45, 54],
  "55_64": [55, 64],
  "65_plus": [65, 75],
};

/** What rounding leaves open where a projection starts from a fit of published figures. */
export function startDoubt({ residuals }: Pick<Base, "residuals">): StartDoubt {
  return {
    ages: residuals.flatMap(({ measure, dimension, category, within }) => {
      if (measure !== "headcount" || dimension !== "age" || within === null) return [];
      const spans = category.split("+").flatMap((id) => (AGE_SPANS[id] ? [AGE_SPANS[id]] : []));
      const [from, to] = [Math.min(...spans.map(([low]) => low)), Math.max(...spans.map(([, high]) => high))];
      return spans.length > 0 ? [[from, to] as const] : [];
    }),
  };
}

/** The number of the stream of random numbers of a figure. */
const FIGURES = { people: 1, wte: 2, age: 4 } as const;

/**
 * Draws where a place truly starts, and follows it: the expectation is linear in the starting posts, so that somebody
 * more or fewer at the start is so many more or fewer in each later year, which two runs of it tell.
 *
 * @param meanFrom The expectation at the centre of every assumption, from another start.
 */
export function shiftOfStart(
  { ages }: StartDoubt,
  population: Population,
  code: string,
  { runs, seed }: { runs: number; seed: number },
  meanFrom: (population: Population) => Expectation,
): StartShift {
  const stream = streamOf(code);
  const uniform = (run: number, figure: number, number: number) =>
    counterUniform(seed, stream, run, 16 * figure + number);
  const whole = (run: number, figure: number, number: number) => Math.floor(B * uniform(run, figure, number));
  const all = Array.from({ length: runs }, (_, run) => run);
  const headcount = all.map((run) => ({
    cut: whole(run, FIGURES.people, 0),
    rest: whole(run, FIGURES.people, 1),
  }));
  const inPost = all.map((run) => ({
    cut: whole(run, FIGURES.people, 0) + uniform(run, FIGURES.wte, 0),
    rest: B * uniform(run, FIGURES.wte, 1),
  }));
  const ofAges = ages.map(([from], at) => ({
    from,
    rounded: all.map((run) => ({
      cut: whole(run, FIGURES.age + at, 0),
      rest: whole(run, FIGURES.age + at, 1),
    })),
  }));

  const mean = meanFrom(population);
  const start = expectedYear(mean, 0);
  const responses = {
    people: responseTo(population, [YOUNGEST, 75], mean, meanFrom),
    ages: ages.map((span) => responseTo(population, span, mean, meanFrom)),
  };
  /** Nobody can be fewer than none. */
  const off = ({ cut, rest }: Rounded, published: number) => Math.max(rest - cut, -published);
  return {
    headcount,
    inPost,
    ages: ofAges,
    wte: (year, row) => {
      const more = responses.people.wte(year, row);
      return Float64Array.from(inPost, (one) => more * off(one, start.inPostWte));
    },
    filled: (year, row) => {
      const more = responses.people.filled(year, row);
      return Float64Array.from(headcount, (one) => more * off(one, start.filled));
    },
    aged55: (year, row) => {
      const more = responses.ages.map((age) => age.aged55(year, row));
      return Float64Array.from(all, (run) =>
        ofAges.reduce(
          (sum, { rounded }, at) =>
            sum + (more[at] ?? 0) * off(rounded[run] as Rounded, responses.ages[at]?.people ?? 0),
          0,
        ),
      );
    },
  };
}

/** What one person more of these ages at the start (one WTE more, of WTE) is in later years. */
function responseTo(
  population: Population,
  [from, to]: readonly [number, number],
  mean: Expectation,
  meanFrom: (population: Population) => Expectation,
) {
  const more = meanFrom(withMore(population, from, to));
  const groupsOf = (row: number) => (row === PATH_ROWS - 1 ? undefined : [row]);
  const differenceOf = (of: (year: ReturnType<typeof expectedYear>) => number) => {
    const at = (year: number, groups?: readonly number[]) =>
      of(expectedYear(more, year, groups)) - of(expectedYear(mean, year, groups));
    return { at: (year: number, row: number) => at(year, groupsOf(row)), start: at(0) };
  };
  const [wte, filled, aged] = [
    differenceOf(({ inPostWte }) => inPostWte),
    differenceOf(({ filled }) => filled),
    differenceOf(({ ages }) => ages.slice(55 - YOUNGEST).reduce((sum, count) => sum + count, 0)),
  ];
  const per = ({ at, start }: typeof wte, year: number, row: number) =>
    start > 0 ? at(year, row) / start : 0;
  return {
    /** People of these ages at the start. */
    people: filled.start / MORE,
    wte: (year: number, row: number) => per(wte, year, row),
    filled: (year: number, row: number) => per(filled, year, row),
    aged55: (year: number, row: number) => (filled.start > 0 ? aged.at(year, row) / filled.start : 0),
  };
}

const MORE = 0.01;

/** The population with more people of some ages, in every group alike. */
const withMore = (population: Population, from: number, to: number): Population => ({
  ...population,
  groups: population.groups.map((stock) => {
    const raised = (counts: readonly number[]) =>
      counts.map((count, at) => (at + YOUNGEST >= from && at + YOUNGEST <= to ? count * (1 + MORE) : count));
    return { ...stock, first: raised(stock.first), returned: raised(stock.returned) };
  }),
});
