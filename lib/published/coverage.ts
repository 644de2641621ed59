import { knownMeasure } from "@/lib/measures/catalogue";
import { evidenceOf } from "@/lib/measures/evidence";
import type { FigureIndex } from "./figure-index";
import type { PublishedPlace } from "./release";
import { fewAnswered } from "./response-words";
import type { Scene } from "./scene";

/** Who was asked and who answered, in a place above organisation. */
export type Coverage = {
  asked: number;
  answered: number;
  sentence: string;
  /** The same in short, and what becomes of those that have not answered; null where all have, or where few have. */
  brief: string;
  missing: string | null;
  /** Fewer than half have: the sentence is a warning, and is read before any figure. */
  few: boolean;
};

type Answers = Pick<Coverage, "asked" | "answered">;

/** On how many of the organisations that answered a figure rests: the others did not say what it needs. */
export type Rests = { count: number; answered: number };

/** How many were asked and answered in a release; null where it knows of no organisation in the place. */
export function answersIn(figures: FigureIndex, place: string): Answers | null {
  const asked = figures.find(place, "organisations")?.value ?? null;
  const answered = figures.find(place, "organisations-responded")?.value ?? null;
  return asked === null || answered === null ? null : { asked, answered };
}

/**
 * Null where the release does not say, and for what is no figure of organisations' answers. Of staff every return
 * speaks.
 */
export function restsOn(figures: FigureIndex, place: string, measure: string): Rests | null {
  const answered = answersIn(figures, place)?.answered ?? null;
  const { evidence } = knownMeasure(measure);
  if (answered === null || evidence === null) return null;
  if (evidence === "staff") return { count: answered, answered };
  const count = figures.find(place, evidenceOf(evidence).countId)?.value ?? null;
  return count === null ? null : { count: Math.min(count, answered), answered };
}

/** Beside a figure: "from 143 of 178 organisations". */
export const restsWords = ({ count, answered }: Rests): string =>
  count < answered ? `from ${count} of ${answered} organisations` : `from ${everyOne(answered)}`;

/** Over several figures: "From 143 of the 178 organisations that answered." */
export const restsSentence = ({ count, answered }: Rests): string =>
  count < answered
    ? `From ${count} of the ${answered} organisations that answered.`
    : `From ${everyOne(answered)} that answered.`;

function everyOne(answered: number): string {
  if (answered === 1) return "the one organisation";
  return answered === 2 ? "both organisations" : `all ${answered} organisations`;
}

/**
 * Null where the release knows of no organisation in the place. Of one measure, it says too on how many of those that
 * answered it rests, where they are fewer.
 */
export function coverageOf(
  scene: Scene,
  place: PublishedPlace,
  measure: string | null = null,
): Coverage | null {
  const answers = answersIn(scene.figures, place.code);
  if (answers === null) return null;
  const brief = answersSentence(answers);
  const few = fewAnswered(answers);
  const missing = few === null && answers.answered > 0 && answers.answered < answers.asked ? MISSING : null;
  const sentence = few ?? [brief, missing].filter((part) => part !== null).join(" ");
  const rests = measure === null ? null : fewerSentence(scene, place, measure);
  return {
    ...answers,
    sentence: rests === null ? sentence : `${sentence} ${rests}`,
    brief,
    missing,
    few: few !== null,
  };
}

function fewerSentence(scene: Scene, place: PublishedPlace, measure: string): string | null {
  const { evidence } = knownMeasure(measure);
  const rests = restsOn(scene.figures, place.code, measure);
  return evidence === null || rests === null || rests.count >= rests.answered
    ? null
    : `This figure rests on the ${rests.count} that ${evidenceOf(evidence).did}.`;
}

const MISSING = "Those that have not are missing from every figure; they are not counted as zero.";

function answersSentence({ asked, answered }: Answers): string {
  if (asked === 1)
    return answered === 1
      ? "The one organisation asked has answered."
      : "The one organisation asked has not answered.";
  if (answered === asked)
    return asked === 2
      ? "Both organisations asked have answered."
      : `All ${asked} organisations asked have answered.`;
  if (answered === 0) return `None of the ${asked} organisations asked has answered.`;
  return `${answered} of the ${asked} organisations asked ${answered === 1 ? "has" : "have"} answered.`;
}
