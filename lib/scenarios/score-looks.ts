import { B } from "@/lib/disclosure/thresholds";
import type { FigureIndex } from "@/lib/published/figure-index";
import type { PublishedPlace, Release } from "@/lib/published/release";
import { counterUniform } from "@/lib/statistics/counter-uniform";
import { type Score, type ScoredFigure, scorecard } from "@/lib/supply/estimation/scorecard";
import type { Base } from "@/lib/supply/fit-base";
import { PATH_ROWS } from "@/lib/supply/path-tables";
import { streamOf } from "./draw-parameters";
import type { EffectiveAssumption } from "./effective-assumptions";
import { type DrawnFigures, figuresOf, SAME_HOURS } from "./figures-of-paths";
import { type PreparedPlace, prepareProjection, wholeNation } from "./prepare-projection";
import { SCENARIO_FORMAT } from "./scenario";
import { type Rounded, type StartShift, startDoubt } from "./start-doubt";

/** What is scored, each in its own unit. */
export const SCORED_MEASURES = ["in-post", "funded-gap", "share-55-and-over"] as const;

/** A score of one measure and one earlier release on a later census, as it is stored with the later release. */
export type StoredScore = Omit<Score, "sameAsLastYear" | "skill"> & {
  measure: string;
  fromRelease: number;
  fromCensus: string;
  yearsAhead: number;
  sameBias: number;
  sameCrps: number;
};

/** A release with its places and public figures. */
export type ReleaseSeen = {
  release: Pick<Release, "number" | "census">;
  places: readonly PublishedPlace[];
  figures: FigureIndex;
};

/** An earlier one, with what its projections start from. */
export type ReleaseBefore = ReleaseSeen & {
  bases: readonly { place: string; fit: Base }[];
  /** What was known of rates when it was built. */
  known: readonly EffectiveAssumption[];
};

const RUNS = 200;
const SEED = 1;
/** So far may establishment less vacancy be from staff in post by their rounding alone, WTE. */
const ROUNDED = 6;

/** Whole years from one census to a later one; null where they are not of one day of the year. */
function yearsBetween(from: string, to: string): number | null {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return years > 0 && from.slice(4) === to.slice(4) ? years : null;
}

/** The organisations under each place that answered with a return, as a text to be compared. */
function answering(places: readonly PublishedPlace[]): ReadonlyMap<string, string> {
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const under = new Map<string, string[]>();
  for (const { code, response } of places) {
    if (response !== "returned") continue;
    for (let above = parents.get(code) ?? null; above !== null; above = parents.get(above) ?? null)
      under.set(above, [...(under.get(above) ?? []), code]);
  }
  return new Map([...under].map(([place, codes]) => [place, codes.sort().join("+")]));
}

/** Published totals of a place: null is not known. */
function outcomesOf(
  { figures }: ReleaseSeen,
  place: string,
): Record<(typeof SCORED_MEASURES)[number], number | null> {
  const number = (measure: string) => figures.find(place, measure)?.value ?? null;
  const [inPost, funded, vacant] = [number("in-post"), number("establishment"), number("vacancy")];
  // Of an establishment that not all have told the gap would be of others than the staff.
  const whole =
    inPost !== null && funded !== null && vacant !== null && Math.abs(funded - vacant - inPost) <= ROUNDED;
  return {
    "in-post": inPost,
    "funded-gap": whole ? funded - inPost : null,
    "share-55-and-over": number("share-55-and-over"),
  };
}

/**
 * Looks ahead from an earlier release, held against the census of a later one: every place whose answering organisations
 * were the same at both, projected from its published figures and by the rates that were known then, in histories of
 * every post. Where others answered, a change would be of who answered, and is not scored.
 */
export function scoredFigures(before: ReleaseBefore, now: ReleaseSeen): ScoredFigure[] {
  const yearsAhead = yearsBetween(before.release.census, now.release.census);
  if (yearsAhead === null) return [];
  const [then, here] = [answering(before.places), answering(now.places)];
  return before.bases.flatMap(({ place, fit }): ScoredFigure[] => {
    const who = then.get(place);
    if (who === undefined || who !== here.get(place)) return [];
    const [was, is] = [outcomesOf(before, place), outcomesOf(now, place)];
    const projected = histories(fit, before, place, yearsAhead);
    return SCORED_MEASURES.flatMap((measure) => {
      const [last, outcome] = [was[measure], is[measure]];
      const values = projected[measure];
      return last === null || outcome === null || values === null
        ? []
        : [{ place, measure, yearsAhead, projected: values, before: last, outcome }];
    });
  });
}

function histories(
  fit: Base,
  { release, known }: ReleaseBefore,
  place: string,
  years: number,
): Record<(typeof SCORED_MEASURES)[number], Float64Array | null> {
  const { population } = fit;
  const { places } = prepareProjection({
    scenario: {
      format: SCENARIO_FORMAT,
      title: "A look that is scored",
      horizon: years,
      seed: SEED,
      runs: RUNS,
      assumptions: [],
      levers: [],
    },
    known,
    census: release.census,
    places: [wholeNation(population, place, startDoubt(fit))],
  });
  const here = places[0] as PreparedPlace;
  const [paths, shift] = [here.paths(), here.shift()];
  if (paths === null || shift === null) throw new Error("A scored look draws histories");
  const drawn = figuresOf(paths, years, PATH_ROWS - 1, SAME_HOURS, shift);
  const published = asPublished(drawn, shift, place);
  const establishment = population.groups.reduce((sum, group) => sum + group.establishmentWte, 0);
  return {
    "in-post": published.inPostWte,
    "funded-gap": population.establishmentKnown
      ? published.inPostWte.map((value) => establishment - value)
      : null,
    "share-55-and-over": published.share55,
  };
}

/**
 * What each history would have a later release publish. Its figures are of the same organisations, and so have the same
 * cut points; what is cut off then is as likely anything.
 */
function asPublished({ wte, filled, aged55 }: DrawnFigures, shift: StartShift, place: string) {
  const stream = streamOf(`${place} as published`);
  const cutOff = (run: number, figure: number): number => B * counterUniform(SEED, stream, run, figure);
  const rounded = (value: number, { cut }: Rounded, rest: number): number => value + cut - rest;
  // Of which of the published ages somebody is a history does not say, and need not.
  const aged = shift.ages.filter(({ from }) => from >= 55);
  const shares = Float64Array.from(filled, (count, run) => {
    const people = rounded(count, shift.headcount[run] as Rounded, Math.floor(cutOff(run, 0)));
    const older = aged.reduce(
      (sum, { rounded: draws }, at) => rounded(sum, draws[run] as Rounded, Math.floor(cutOff(run, 2 + at))),
      aged55[run] as number,
    );
    return people > 0 ? Math.min(100, Math.max(0, (100 * older) / people)) : Number.NaN;
  });
  return {
    inPostWte: wte.map((value, run) => rounded(value, shift.inPost[run] as Rounded, cutOff(run, 1))),
    share55: shares.every(Number.isFinite) ? shares : null,
  };
}

/** The scores of looks from earlier releases on a release's census: a line for each of them and each measure. */
export function scoreLooks(before: readonly ReleaseBefore[], now: ReleaseSeen): StoredScore[] {
  return before.flatMap((past) =>
    scorecard(scoredFigures(past, now)).map(({ measure, yearsAhead, score: found }) => {
      const { sameAsLastYear, skill: _, ...score } = found;
      return {
        ...score,
        measure,
        fromRelease: past.release.number,
        fromCensus: past.release.census,
        yearsAhead,
        sameBias: sameAsLastYear.bias,
        sameCrps: sameAsLastYear.crps,
      };
    }),
  );
}
