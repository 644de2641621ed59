import { exactOfKeys } from "./exact-of-keys";
import { exactOfWork } from "./exact-of-work";
import type { SampleTruth } from "./sample-truth";

type Cell = { level: string; place: string; measure: string; dimension: string; category: string };

const rateOf = (above: string, below: string): [(of: Of) => number, (of: Of) => number] => [
  (of) => of(above),
  (of) => of(below),
];
const knownRegistration = (of: Of) =>
  of("headcount", "register3", "registered") + of("headcount", "register3", "not_registered");
/** The mean of the headcount at the start and at the end: the one at the end, and half of what came between. */
const meanHeadcount = (of: Of) => of("headcount-with-flows") + (of("leavers") - of("joiners")) / 2;

/** Numerator and denominator of each rate of people and posts, in the method's own words. */
const RATES: Record<string, [(of: Of) => number, (of: Of) => number]> = {
  "vacancy-rate": rateOf("vacancy", "establishment"),
  "vacancy-rate-unfilled": [
    (of) => of("vacancy-with-cover") - of("temporary-cover"),
    (of) => of("establishment-with-cover"),
  ],
  "vacancy-rate-advertised": rateOf("advertised", "establishment-with-vacancies"),
  "trainee-share": rateOf("trainees", "headcount"),
  "available-share": rateOf("available", "in-post-absence-known"),
  registered: [(of) => of("headcount", "register3", "registered"), knownRegistration],
  "eligible-not-registered-share": [(of) => of("eligible-not-registered"), knownRegistration],
  "leaver-rate": [(of) => of("leavers"), meanHeadcount],
  "leaver-rate-outside": [(of) => of("leavers") - of("leavers-within-nhs"), meanHeadcount],
  "joiner-rate": [(of) => of("joiners"), meanHeadcount],
};

/** Of devices, work and services, which are published as they are: to one decimal, which is all of the interval. */
const EXACT_RATES: Record<string, [(of: Of) => number, (of: Of) => number]> = {
  "planned-maintenance-on-time": rateOf("ppm-on-time-jobs", "ppm-due-timed"),
  "planned-maintenance-done": rateOf("ppm-due-done", "ppm-due-of-done"),
  "planned-maintenance-not-found": rateOf("ppm-not-found-jobs", "ppm-due-of-found"),
  "connected-share": rateOf("devices-connected", "devices-of-connected"),
  "unsupported-share": rateOf("devices-unsupported", "devices-of-unsupported"),
  "over-life-share": rateOf("devices-over-life", "devices-of-over-life"),
  "cost-of-service-ratio": rateOf("service-cost", "acquisition-value"),
  "insufficient-staffing": rateOf("services-insufficient", "services-with-sufficiency"),
  "early-involvement": rateOf("procurements-from-specification", "device-procurements"),
  "not-consulted": rateOf("procurements-not-consulted", "device-procurements"),
  "found-before-harm": rateOf("network-incidents-before-harm", "network-incidents"),
  ...Object.fromEntries(
    [
      ["boards-sat-on", "services-represented", "services-with-representation"],
      ["reporting-line", "services-with-reporting-line", "services-with-reporting-line"],
      ["accreditation", "services-accredited", "services-with-accreditation"],
      ["on-call", "services-with-on-call", "services-with-on-call"],
    ].map(([rate = "", above = "", below = ""]) => [
      rate,
      [(of: Of) => of(above), (of: Of) => of(below, "all", "all")],
    ]),
  ),
};

/** A figure of the place: of the breakdown asked for, or of another. */
type Of = (measure: string, dimension?: string, category?: string) => number;

/** Rests on published sizes, and on no file: held to them by a test of its own. */
export const ON_PUBLISHED_SIZES = "workforce-coverage";

/** What whoever said it has added to, by what the count of them is of. */
const SAID: Readonly<Record<string, string>> = {
  establishment: "establishment",
  cover: "establishment-with-cover",
  vacancies: "establishment-with-vacancies",
  absence: "in-post-absence-known",
  flows: "leavers",
  devices: "devices",
  maintenance: "ppm-due",
  "maintenance-done": "ppm-due-done",
  "timed-maintenance": "ppm-on-time-jobs",
  "maintenance-not-found": "ppm-not-found-jobs",
  repairs: "repairs-received",
  connected: "devices-connected",
  unsupported: "devices-unsupported",
  "over-life": "devices-over-life",
  "service-cost": "service-cost",
  sufficiency: "services-with-sufficiency",
  procurement: "device-procurements",
  representation: "services-with-representation",
  "reporting-line": "services-with-reporting-line",
  "network-incidents": "network-incidents",
  accreditation: "services-with-accreditation",
  "on-call": "services-with-on-call",
};

const toOneDecimal = (percent: number): number => Math.round(percent * 10) / 10;

/**
 * The exact value behind a published figure, from the files' text: of the last of the censuses given. A board's vacancy
 * rates are over all of them, since they are pooled.
 */
export function exactFigure(cell: Cell, truths: readonly SampleTruth[]): number | null {
  const truth = truths.at(-1) as SampleTruth;
  const elsewhere = exactOfWork(cell, truth) ?? exactOfKeys(cell, truths);
  if (elsewhere !== null) return elsewhere;
  const people = RATES[cell.measure];
  const rate = people ?? EXACT_RATES[cell.measure];
  if (rate) {
    const pooled = cell.level === "board" && cell.measure.startsWith("vacancy") ? truths : [truth];
    const total = (part: (of: Of) => number) =>
      pooled.reduce(
        (sum, one) =>
          sum +
          part((measure, dimension = cell.dimension, category = cell.category) =>
            amount(one, { ...cell, measure, dimension, category }),
          ),
        0,
      );
    const percent = (100 * total(rate[0])) / total(rate[1]);
    return people ? percent : toOneDecimal(percent);
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
  if (cell.measure.startsWith("gave-")) {
    const said = answers({ ...cell, measure: cell.measure.replace("gave", "organisations-with") }, truth);
    return toOneDecimal((100 * said) / spokenForAt(cell, truth));
  }
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
  if (measure === "organisations-spoken-for") return spokenForAt({ place }, truth);
  if (measure === "responded") return toOneDecimal((100 * answered) / asked.length);
  const needed = SAID[measure.replace("organisations-with-", "")];
  if (needed !== undefined) return asked.filter((code) => truth.at(code).has(`${needed}|all|all`)).length;
  return returnedAt({ place }, truth);
}

const returnedAt = ({ place }: Pick<Cell, "place">, truth: SampleTruth): number =>
  (truth.under.get(place) ?? []).filter((code) => truth.answers.get(code) === "returned").length;

const spokenForAt = ({ place }: Pick<Cell, "place">, truth: SampleTruth): number =>
  (truth.under.get(place) ?? []).filter((code) => truth.spokenFor.has(code)).length;
