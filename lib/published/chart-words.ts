import type { MeasureUnit } from "@/lib/measures/measure";
import { releaseWords } from "./release-words";
import type { Scene } from "./scene";

const UNIT_WORDS: Readonly<Record<MeasureUnit, string>> = {
  people: "Number of people",
  wte: "Whole-time equivalents (WTE)",
  percent: "Per cent",
  devices: "Number of devices",
  jobs: "Number of jobs",
  hours: "Hours",
  pounds: "Pounds",
  organisations: "Number of organisations",
  services: "Number of services",
  incidents: "Number of incidents",
  procurements: "Number of procurements",
  ratio: "Hours for each WTE",
  censuses: "Number of censuses",
  band: "Band",
};

/** Unit, census and release, under a chart's title. */
export const subtitleOf = (scene: Scene, unit: MeasureUnit) =>
  `${UNIT_WORDS[unit]}. ${releaseWords(scene.release)}.`;

/** Where the values come from and what their ranges mean, under a chart. */
export function sourceOf(scene: Scene, remarks: readonly string[] = []): string {
  const ranges = "Where a range is given, the true value lies within it.";
  return [`Source: Muster, release ${scene.release.number}.`, ranges, ...remarks].join(" ");
}
