import { knownMeasure } from "@/lib/measures/catalogue";
import type { SampleTruth } from "./sample-truth";

type Cell = { level: string; place: string; measure: string; dimension: string; category: string };

/** Numerator and denominator of each rate, in the method's own words. */
const RATES: Record<string, [(of: Of) => number, (of: Of) => number]> = {
  "vacancy-rate": [(of) => of("vacancy"), (of) => of("establishment")],
  "vacancy-rate-unfilled": [
    (of) => of("vacancy-with-cover") - of("temporary-cover"),
    (of) => of("establishment-with-cover"),
  ],
  "vacancy-rate-advertised": [(of) => of("advertised"), (of) => of("establishment-with-vacancies")],
  "planned-maintenance-on-time": [(of) => of("ppm-on-time-jobs"), (of) => of("ppm-due-timed")],
  "planned-maintenance-done": [(of) => of("ppm-due-done"), (of) => of("ppm-due-of-done")],
  "trainee-share": [(of) => of("trainees"), (of) => of("headcount")],
};
type Of = (measure: string) => number;

/**
 * What rests on two censuses, on standard times or on published sizes: held to the keys of both censuses' files, and to worked examples of
 * the requirement (lib/workload).
 */
export const isHeldElsewhere = ({ measure }: { measure: string }): boolean =>
  ["workload", "keys"].includes(knownMeasure(measure).evidence ?? "") ||
  ["organisations-with-workload", "organisations-with-keys", "workforce-coverage"].includes(measure);

/** Who said what no file of the sample says. */
const UNSAID = new Set(
  ["absence", "flows", "keys", "maintenance-not-found", "repairs", "connected", "unsupported", "over-life"]
    .concat(["service-cost", "sufficiency", "procurement", "representation", "reporting-line"])
    .concat(["network-incidents", "accreditation", "on-call"])
    .map((what) => `organisations-with-${what}`),
);

const toOneDecimal = (percent: number): number => Math.round(percent * 10) / 10;

/**
 * The exact value behind a published figure, from the files' text: of the last of the censuses given. A board's vacancy
 * rates are over all of them, since they are pooled.
 */
export function exactFigure(cell: Cell, truths: readonly SampleTruth[]): number | null {
  const truth = truths.at(-1) as SampleTruth;
  const rate = RATES[cell.measure];
  if (rate) {
    const pooled = cell.level === "board" && cell.measure.startsWith("vacancy") ? truths : [truth];
    const total = (part: (of: Of) => number) =>
      pooled.reduce((sum, one) => sum + part((measure) => amount(one, { ...cell, measure })), 0);
    const percent = (100 * total(rate[0])) / total(rate[1]);
    // Work is published as it is, to one decimal: its interval is the figure itself.
    return cell.measure.startsWith("planned-maintenance") ? toOneDecimal(percent) : percent;
  }
  const all = { ...cell, dimension: "all", category: "all" };
  if (cell.measure === "share-55-and-over") {
    const people = (dimension: string, category: string) =>
      amount(truth, { ...cell, measure: "headcount", dimension, category });
    return (100 * people("age3", "55_and_over")) / (people("all", "all") - people("age", "unknown"));
  }
  if (cell.measure === "vacancy-band") {
    const percent =
      (100 * amount(truth, { ...all, measure: "vacancy" })) /
      amount(truth, { ...all, measure: "establishment" });
    return percent < 5 ? 1 : percent < 10 ? 2 : percent < 20 ? 3 : 4;
  }
  if (cell.measure === "censuses-pooled") return truths.length;
  if (cell.measure.startsWith("gave-"))
    return cell.measure === "gave-flows" || returnedAt(cell, truth) === 0 ? 0 : 100;
  if (cell.measure === "responded" || cell.measure.startsWith("organisations")) return answers(cell, truth);
  return amount(truth, cell);
}

/** A merged category is the sum of its parts. */
function amount(truth: SampleTruth, { place, measure, dimension, category }: Cell): number {
  const figures = truth.at(place);
  const parts = category.split("+").map((one) => figures.get(`${measure}|${dimension}|${one}`) ?? 0);
  return parts.reduce((sum, part) => sum + part, 0);
}

function answers({ place, measure }: Cell, truth: SampleTruth): number {
  const asked = truth.under.get(place) ?? [];
  const answered = asked.filter((code) => truth.answers.get(code) !== "not_returned").length;
  if (measure === "organisations") return asked.length;
  if (measure === "organisations-responded") return answered;
  if (measure === "responded") return toOneDecimal((100 * answered) / asked.length);
  if (UNSAID.has(measure)) return 0;
  const said = { "organisations-with-cover": "establishment-with-cover" }[measure];
  const described = { "organisations-with-vacancies": "establishment-with-vacancies" }[measure];
  const needed = said ?? described;
  if (needed !== undefined)
    return asked.filter((code) => truth.organisations.get(code)?.has(`${needed}|all|all`)).length;
  return returnedAt({ place }, truth);
}

const returnedAt = ({ place }: Pick<Cell, "place">, truth: SampleTruth): number =>
  (truth.under.get(place) ?? []).filter((code) => truth.answers.get(code) === "returned").length;
