import type { LookAhead, LookYear } from "@/lib/scenarios/look-ahead";
import { gapsOf } from "@/lib/supply/gap";
import { isIntervalOnly } from "./interval-only";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";
import { whyMissing } from "./why-missing";

/** A gap of one year, WTE: its expectation and where nine in ten histories have it. */
export type GapYear = {
  year: number;
  /** Null where only the interval may be said (docs/method/requirement.md). */
  value: number | null;
  low: number;
  high: number;
  /** Of what it is measured against; null where its middle is not said. */
  rate: number | null;
};

/** A gap year by year from the census, or why there is none. */
export type GapAhead = { years: readonly GapYear[]; why: null } | { years: null; why: string };

/** The three gaps of a place in the years ahead, which are never mixed. */
export type GapsAhead = {
  funded: GapAhead;
  unfilled: GapAhead;
  workload: GapAhead;
  /** Of vacant WTE: what temporary staff covered at the census, and are taken to cover on; null where that is not known. */
  coverShare: number | null;
  /** Of the WTE in post: those in specialisms, and in services, whose work is counted; null without a requirement. */
  coverage: number | null;
};

/**
 * Forms the gaps of a place from its look ahead and its published figures alone, never from rows of a return. The
 * establishment is the look's; temporary cover keeps its share of vacancies; the work counted stays as it was, and those
 * who do it keep their share of the staff in post.
 */
export function gapsAhead(scene: Scene, place: PublishedPlace, look: LookAhead): GapsAhead {
  const figure = (measure: string) => scene.figures.find(place.code, measure);
  const number = (measure: string) => figure(measure)?.value ?? null;
  const why = (measure: string, otherwise: string) =>
    whyMissing(scene.figures, place, measure, figure(measure)) ?? otherwise;
  const atCensus = look.years[0]?.inPostWte ?? 0;
  const { years } = look;

  const [cover, vacant] = [number("temporary-cover"), number("vacancy-with-cover")];
  const coverShare = cover !== null && vacant !== null && vacant > 0 ? cover / vacant : null;
  const [required, compared] = [figure("requirement-compared"), number("in-post-compared")];
  const coverage = required?.value != null && compared !== null && atCensus > 0 ? compared / atCensus : null;
  const intervalOnly = isIntervalOnly(scene.figures, place.code, "requirement-compared");

  /** A gap as a falling function of staff in post. */
  const path = (gapAt: (inPostWte: number, year: LookYear) => { wte: number; rate: number | null } | null) =>
    years.map((year): GapYear => {
      // Histories round a small place's posts at the census too; what was published then is not in doubt.
      const doubt = year.year === 0 ? [year.inPostWte, year.inPostWte] : [year.high, year.low];
      const [middle, least, most] = [year.inPostWte, ...doubt].map((wte) => gapAt(wte, year));
      const ends = [least?.wte ?? 0, most?.wte ?? 0].sort((a, b) => a - b) as [number, number];
      return {
        year: year.year,
        value: middle?.wte ?? 0,
        low: ends[0],
        high: ends[1],
        rate: middle?.rate ?? null,
      };
    });
  const standing = (inPostWte: number, { establishmentWte }: LookYear) => ({ inPostWte, establishmentWte });
  const fundedKnown = years.every(({ establishmentWte }) => establishmentWte !== null);

  return {
    coverShare,
    coverage,
    funded: fundedKnown
      ? { years: path((wte, year) => gapsOf(standing(wte, year)).funded), why: null }
      : {
          years: null,
          why: why(
            "establishment",
            "No establishment is known here that could be set against the staff in post.",
          ),
        },
    unfilled: !fundedKnown
      ? { years: null, why: "It starts from the funded gap, and there is none." }
      : coverShare === null
        ? {
            years: null,
            why:
              vacant === 0
                ? "No post was vacant where temporary cover is known, so it cannot be said how much of a vacancy is covered."
                : why("temporary-cover", "It is not known how many vacant posts temporary staff cover."),
          }
        : {
            years: path((wte, year) => {
              // More in post than are funded leave no vacancy to be covered.
              const temporaryCoverWte = coverShare * Math.max(0, (year.establishmentWte ?? 0) - wte);
              return gapsOf({ ...standing(wte, year), temporaryCoverWte }).unfilled;
            }),
            why: null,
          },
    workload:
      coverage === null || required?.value == null
        ? {
            years: null,
            why: why(
              "requirement-compared",
              "No requirement could be formed here: it takes returns of devices.",
            ),
          }
        : {
            years: withRequirementBounds(
              path((wte, year) => {
                const requirement = { wte: required.value ?? 0, coverage };
                return gapsOf({ ...standing(wte, year), requirement }).workload;
              }),
              {
                below: (required.value ?? 0) - (required.low ?? required.value ?? 0),
                above: (required.high ?? required.value ?? 0) - (required.value ?? 0),
                intervalOnly,
              },
            ),
            why: null,
          },
  };
}

/** The interval of what is required, about the histories' of who is there to do it. */
const withRequirementBounds = (
  years: readonly GapYear[],
  { below, above, intervalOnly }: { below: number; above: number; intervalOnly: boolean },
): GapYear[] =>
  years.map((year) => ({
    ...year,
    low: year.low - below,
    high: year.high + above,
    ...(intervalOnly ? { value: null, rate: null } : {}),
  }));
