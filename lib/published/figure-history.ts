import type { Figure } from "@/lib/disclosure/figure";
import { formatDate } from "@/lib/format/date";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { MeasureUnit } from "@/lib/measures/measure";
import { changeBetween, changeWords } from "./change";
import { type FigureName, figureHref } from "./figure-href";
import type { FigureIndex } from "./figure-index";
import { wordsOfFigure } from "./interval-only";
import type { Release } from "./release";
import { correctionOf, isCurrent } from "./release-status";

/** A figure as one release has it, against the release that is shown. */
export type FigureInRelease = {
  release: number;
  census: string;
  standing: string;
  text: string;
  range: string | null;
  /** What the shown release has more or less; null of the shown one. */
  change: string | null;
  /** Null of the shown one, and of a release that has no such figure. */
  href: string | null;
};

/** The figure in every release that may be seen, the newest first, and the withdrawn ones by name. */
export function figureHistory(
  releases: readonly Release[],
  shown: Release,
  name: FigureName,
  said: readonly { release: Release; figures: FigureIndex }[],
): FigureInRelease[] {
  const { unit } = knownMeasure(name.measure);
  const findIn = (figures: FigureIndex | undefined) =>
    figures?.find(name.place, name.measure, name.dimension, name.category) ?? null;
  const now = findIn(said.find(({ release }) => release.number === shown.number)?.figures);
  return releases.map((release) => {
    const figures = said.find((one) => one.release.number === release.number)?.figures;
    const figure = findIn(figures);
    const isShown = release.number === shown.number;
    return {
      release: release.number,
      census: formatDate(release.census),
      standing: standingOf(releases, release),
      ...(figures ? wordsOfFigure(figures, name.place, figure, name.measure) : { text: "–", range: null }),
      change:
        isShown || !figures ? null : differenceWords(release.census === shown.census, figure, now, unit),
      href: isShown || figure === null ? null : figureHref(name, release.number),
    };
  });
}

/** Within one census the same figure is no change; from census to census it only cannot be told from one. */
function differenceWords(sameCensus: boolean, then: Figure | null, now: Figure | null, unit: MeasureUnit) {
  const same = (["value", "symbol", "low", "high"] as const).every((name) => then?.[name] === now?.[name]);
  return sameCensus && same ? "None" : changeWords(changeBetween(then, now), unit);
}

function standingOf(releases: readonly Release[], release: Release): string {
  if (release.status === "withdrawn") return `Withdrawn${release.note ? `: ${release.note}` : ""}`;
  if (isCurrent(releases, release)) return "Current";
  const correction = correctionOf(releases, release);
  return correction ? `Corrected by release ${correction.number}` : "Earlier census";
}
