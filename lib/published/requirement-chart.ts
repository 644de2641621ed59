import type { ChartRow, RowChart } from "@/lib/charts/chart";
import { rangeText } from "@/lib/disclosure/figure-text";
import { shortName } from "@/lib/places/short-name";
import { sourceOf, subtitleOf } from "./chart-words";
import { isIntervalOnly, rowOfFigure, wordsOfFigure } from "./interval-only";
import type { PublishedPlace } from "./release";
import type { Scene } from "./scene";

export const REQUIREMENT_AND_STAFF = "requirement-and-staff";
export const NOT_EVIDENCE = "not evidence of over- or under-staffing";

const ROWS = [
  { measure: "requirement-compared", label: "Required, specialisms compared" },
  { measure: "in-post-compared", label: "In post, specialisms compared" },
] as const;

/** What the work requires and who is there to do it, over the same specialisms. Null without a requirement. */
export function requirementChart(scene: Scene, place: PublishedPlace): RowChart | null {
  const required = scene.figures.find(place.code, "requirement-compared");
  if (!required || required.value === null) return null;
  const rows = ROWS.map(({ measure, label }): ChartRow => {
    const figure = scene.figures.find(place.code, measure);
    return rowOfFigure(scene.figures, place.code, { key: measure, label }, figure, measure);
  });
  const doubt = isIntervalOnly(scene.figures, place.code, "requirement")
    ? [`More than a quarter of the hours rest on illustrative times: ${NOT_EVIDENCE}.`]
    : [];
  return {
    kind: "dots",
    id: REQUIREMENT_AND_STAFF,
    title: `What the work requires and who is there: ${shortName(place.name)}`,
    subtitle: subtitleOf(scene, "wte"),
    description: `Over the specialisms whose main work is counted. ${rows.map(({ label, text, range }) => `${label}: ${text}${range ? ` (${range})` : ""} WTE.`).join(" ")}`,
    source: sourceOf(scene, ["Over the specialisms whose main work is counted.", ...doubt]),
    synthetic: scene.release.synthetic,
    rowHeading: "What",
    valueHeading: "WTE",
    rows,
  };
}

/**
 * What there is to say beside the requirement of a place: how far it speaks of its staff, and where only its interval is
 * shown, why. None where it has none; the figures stand beside it.
 */
export function requirementSentences(scene: Scene, place: PublishedPlace): string[] {
  const find = (measure: string) => scene.figures.find(place.code, measure);
  const required = find("requirement");
  if (!required || required.value === null) return [];
  const { text } = wordsOfFigure(scene.figures, place.code, required, "requirement");
  const share = find("illustrative-share");
  const coverage = find("modelled-coverage");
  const spoken =
    coverage && coverage.value !== null
      ? [
          `The requirement speaks of ${wordsOfFigure(scene.figures, place.code, coverage, "modelled-coverage").text} of the staff in post there; work that was not sent is not in it, and is not nought.`,
        ]
      : [];
  if ((find("workload-gap")?.value ?? 0) < 0)
    spoken.push("A gap below nought is no measure of spare staff: work that is not counted is not nothing.");
  if (!isIntervalOnly(scene.figures, place.code, "requirement")) return spoken;
  const hours =
    share && share.value !== null
      ? `${wordsOfFigure(scene.figures, place.code, share, "illustrative-share").text} of its hours rest`
      : "An unknown share of its hours rests";
  return [
    `The work counted asks for between ${(rangeText(required, "wte") ?? text).replace(" to ", " and ")} WTE. ${hours} on illustrative times, so this is ${NOT_EVIDENCE}.`,
    ...spoken,
  ];
}
