import type { Measure } from "./measure";

/** In order; a figure's value is the position, from 1. */
export const VACANCY_BANDS = [
  { id: "under_5", title: "under 5%", below: 5 },
  { id: "5_to_10", title: "5% to under 10%", below: 10 },
  { id: "10_to_20", title: "10% to under 20%", below: 20 },
  { id: "20_and_over", title: "20% and over", below: Number.POSITIVE_INFINITY },
] as const;

/** The band, 1 to 4, of a vacancy rate in per cent; a negative rate is in the first. */
export function vacancyBand(percent: number): number {
  return VACANCY_BANDS.findIndex((band) => percent < band.below) + 1;
}

/** The words for a figure's value; an unknown value is a bug. */
export function vacancyBandTitle(value: number): string {
  const band = VACANCY_BANDS[value - 1];
  if (band === undefined) throw new Error(`No vacancy band has the number ${value}`);
  return band.title;
}

export const VACANCY_BAND_MEASURE = {
  id: "vacancy-band",
  title: "Vacancy band",
  shortTitle: "Vacancy band",
  definition: "Which of four bands an organisation's funded vacancy rate falls into; members only.",
  formula: "(Establishment − in post) ÷ establishment: under 5%, 5% to 10%, 10% to 20%, 20% and over",
  unit: "band",
  polarity: "lower",
  family: "vac",
  topic: "posts",
  evidence: "posts",
  minimumEvidence: "A published headcount of ten, and a funded establishment",
  source: { part: "workforce", columns: ["establishment_wte", "in_post_wte"] },
  notes: [
    "The one figure taken from exact values; it stays harmless while the establishment itself is not published.",
  ],
} as const satisfies Measure;
