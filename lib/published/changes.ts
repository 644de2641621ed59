import type { Figure } from "@/lib/disclosure/figure";
import { figureText, figureWords } from "@/lib/disclosure/figure-text";
import { knownMeasure } from "@/lib/measures/catalogue";
import { changeBetween, changeWords } from "./change";
import { answersIn } from "./coverage";
import type { FigureIndex } from "./figure-index";
import { isIntervalOnly, wordsOfFigure } from "./interval-only";
import { heldRelease, measureHref, placeHref } from "./place-href";
import type { PublishedPlace } from "./release";
import { releaseWords } from "./release-words";
import type { Scene } from "./scene";

/** A measure in two releases, in words. */
export type ChangeRow = {
  measure: string;
  title: string;
  href: string;
  earlier: string;
  now: string;
  change: string;
};

/** What changed in a place from the release before to the one shown. */
export type Changes = {
  /** The release before, in words, and this place's page in it; null where it had no such place. */
  before: { words: string; number: number; href: string | null; corrected: boolean };
  /** How many organisations answered each time, in a sentence; null where either release does not say. */
  answered: string | null;
  rows: readonly ChangeRow[];
  /** How far the total moved by who answered alone, in a sentence; null where nothing can be said of that. */
  byAnswers: string | null;
  /** What else to bear in mind. */
  remarks: readonly string[];
};

/** Null where there is no release before. Both are published; nothing is told that the two ranges do not bear out. */
export function changesOf(scene: Scene, place: PublishedPlace, measures: readonly string[]): Changes | null {
  const { before } = scene;
  if (!before) return null;
  const there = before.figures.has(place.code);
  return {
    before: {
      words: releaseWords(before.release).replace("Census", "census"),
      number: before.release.number,
      href: there
        ? measures.length === 1
          ? measureHref(place.code, measures[0] ?? "", before.release.number)
          : placeHref(place.code, before.release.number)
        : null,
      corrected: before.release.number === scene.release.replaces,
    },
    answered: there ? answeredWords(scene, place) : null,
    byAnswers: there ? byAnswersWords(scene, place, measures) : null,
    rows: there ? measures.map((measure) => changeRow(scene, place, measure)) : [],
    remarks: there ? remarksOf(scene, place, measures) : [],
  };
}

function changeRow(scene: Scene, place: PublishedPlace, id: string): ChangeRow {
  const { title, unit } = knownMeasure(id);
  const textIn = (figures: FigureIndex | undefined, figure: Figure | null) =>
    figures && isIntervalOnly(figures, place.code, id)
      ? wordsOfFigure(figures, place.code, figure, id).text
      : figure?.value === undefined || figure.value === null
        ? figureWords(figure, unit)
        : figureText(figure, unit);
  const earlier = scene.before?.figures.find(place.code, id) ?? null;
  const now = scene.figures.find(place.code, id);
  return {
    measure: id,
    title,
    href: measureHref(place.code, id, heldRelease(scene)),
    earlier: textIn(scene.before?.figures, earlier),
    now: textIn(scene.figures, now),
    change: changeWords(changeBetween(earlier, now), unit),
  };
}

function answeredWords(scene: Scene, place: PublishedPlace): string | null {
  const now = answersIn(scene.figures, place.code);
  const earlier = scene.before ? answersIn(scene.before.figures, place.code) : null;
  if (!now || !earlier) return null;
  const counts = `${now.answered} of ${now.asked} organisations answered; ${earlier.answered} of ${earlier.asked} had then.`;
  if ([now, earlier].every(({ answered, asked }) => answered === asked) && now.asked === earlier.asked)
    return `${now.asked === 2 ? "Both" : `All ${now.asked}`} organisations asked answered, as they had then.`;
  // A total falls when somebody is missing, whatever happened to those who are not.
  return now.answered === earlier.answered && now.asked === earlier.asked
    ? `${counts} They need not be the same ones.`
    : `${counts} So a number may have changed because of who answered, and not because anything changed where they work.`;
}

/** Totals of staff and posts that grow with every organisation that answers. */
const TOTALS = ["headcount", "in-post", "establishment"];

/**
 * How much of a total's change goes back to who answered: had each department kept its size, the total would have moved
 * in proportion to the share of the estimated workforce that answered. From published figures, so an estimate.
 */
function byAnswersWords(scene: Scene, place: PublishedPlace, measures: readonly string[]): string | null {
  const id = measures.find((one) => TOTALS.includes(one));
  const then = id && scene.before?.figures.find(place.code, id)?.value;
  const sharesThen = scene.before?.figures.find(place.code, "workforce-coverage")?.value ?? null;
  const sharesNow = scene.figures.find(place.code, "workforce-coverage")?.value ?? null;
  if (!id || typeof then !== "number" || !sharesThen || sharesNow === null) return null;
  const { title, unit } = knownMeasure(id);
  if (sharesNow === 100 && sharesThen === 100) return null;
  if (Math.abs(sharesNow - sharesThen) <= 1)
    return `Those who answered have about ${sharesNow}% of the estimated workforce, and had ${sharesThen}% then: how much of a change is only who answered is too little to tell.`;
  const alone = Math.round((then * sharesNow) / sharesThen / 5) * 5;
  const value = (number: number) =>
    `${figureText({ value: number, symbol: null, low: null, high: null }, unit)}${unit === "wte" ? " WTE" : ""}`;
  return `Those who answered have about ${sharesNow}% of the estimated workforce, and had ${sharesThen}% then: by that alone “${title.charAt(0).toLowerCase()}${title.slice(1)}” would have gone from ${value(then)} to about ${value(alone)}.`;
}

function remarksOf(scene: Scene, place: PublishedPlace, measures: readonly string[]): string[] {
  const remarks: string[] = [];
  const pooled = scene.figures.find(place.code, "censuses-pooled")?.value ?? 1;
  if (pooled > 1 && measures.some((id) => id.startsWith("vacancy-rate")))
    remarks.push(`The vacancy rates of a board pool ${pooled} censuses, so they move slowly.`);
  return remarks;
}
