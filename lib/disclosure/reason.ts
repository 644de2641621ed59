import { knownMeasure } from "@/lib/measures/catalogue";
import { evidenceOf } from "@/lib/measures/evidence";
import type { Level } from "@/lib/places/place";
import { isPublishedAt } from "./catalogue";
import type { Figure } from "./figure";
import type { ResponseState } from "./release-input";
import { N_BREAK, N_RATE, N_RATE_ORGANISATION } from "./thresholds";

/** What a page knows of the place when it says why a figure is not there. */
export type ReasonFacts = {
  level: Level;
  audience: Figure["audience"];
  measure: string;
  dimension: string;
  /** Of an organisation. */
  response: ResponseState | null;
  /** The published count of organisations that contribute (see `contributorsOf`); null where it is not known. */
  contributors: number | null;
};

/** The count, published for every place above organisation, of who contributes to a measure. */
export function contributorsOf(measure: string): string {
  const { evidence } = knownMeasure(measure);
  return evidenceOf(evidence ?? "staff").countId;
}

const deedOf = (measure: string) => evidenceOf(knownMeasure(measure).evidence ?? "staff");

/** What to read instead, from a level. */
const ABOVE: Readonly<Record<Level, string>> = {
  united_kingdom: "",
  nation: " See the figure of the United Kingdom.",
  region: " See the figure of its nation.",
  board: " See the figure of its region or nation.",
  organisation: "",
};

function whyAbsent({ level, audience, measure }: ReasonFacts): string {
  const { family } = knownMeasure(measure);
  if (level === "board" && !isPublishedAt("board", measure) && isPublishedAt("region", measure))
    return "It is published for nations and regions only, because the numbers of a board are too small.";
  if (level !== "organisation")
    return "This figure is not in the list of what may be published for this place.";
  if (family !== "staff" && measure !== "vacancy-band") {
    return "An organisation's posts and devices are shown only if it chooses to share them, and it has not.";
  }
  return audience === "public"
    ? "Numbers of people in one organisation are not public, because the teams are small. See the figures of its board, region or nation."
    : "This breakdown is too fine for one organisation, because a single person could be recognised in it.";
}

function whyNotReturned({ level, measure, response }: ReasonFacts): string {
  if (level !== "organisation") {
    const nobody = `No organisation here ${deedOf(measure).did.replaceAll("their", "its")}`;
    return knownMeasure(measure).rate?.kind === "exact"
      ? `${nobody}, or there was nothing to divide by.`
      : `${nobody}.`;
  }
  if (response === "served")
    return "This organisation is served by another, whose return counts its service.";
  if (response === null || response === "not_returned")
    return "This organisation has not returned for this census. Missing is not zero.";
  return `This organisation ${deedOf(measure).didNot}.`;
}

function whyWithheld({ level, measure, dimension, contributors }: ReasonFacts): string {
  const { rate, rests, family, partOf } = knownMeasure(measure);
  if (level === "organisation") {
    if (measure === "vacancy-band")
      return `Shown only for an organisation with a published headcount of ${N_BREAK} or more and a funded establishment.`;
    if (rate !== undefined)
      return `Shown only where the published number of people is ${N_RATE_ORGANISATION} or more.`;
    if (dimension !== "all")
      return `The published headcount is under ${N_BREAK}, so nothing more than the total is shown.`;
  } else if (contributors === null ? family === "devices" : contributors < deedOf(measure).fewest) {
    const fewest = deedOf(measure).fewest === 3 ? "three" : "ten";
    return `Cannot be shown because fewer than ${fewest} organisations here ${deedOf(measure).did}: each could work out the others.${ABOVE[level]}`;
  } else if (family === "devices" || partOf !== undefined) {
    return `Cannot be shown because all organisations here but one or two ${deedOf(measure).did}: theirs could be worked out from the figure of all.${ABOVE[level]}`;
  } else if (rate !== undefined) {
    return `Cannot be shown because the ${rests ?? "published denominator"} is under ${N_RATE}, too few for a rate, or itself withheld.`;
  }
  return "Withheld, because together with other published figures it could give away a small number of people.";
}

/** The bounds stand beside it: what they are is not said again. */
const tooFewForShare = (low: number): string =>
  low < 0
    ? "Too close to none to be told from it, so only its range is shown."
    : "Too few to tell from none, so only an upper bound is shown.";

/**
 * Why a figure is not there, in one sentence, or null when it is. `figure` is null where the release has no row.
 * A "<5" and an upper bound are explained too, since they are no number.
 */
export function whyNotShown(
  figure: (Pick<Figure, "value" | "symbol"> & Partial<Pick<Figure, "low">>) | null,
  facts: ReasonFacts,
): string | null {
  if (figure === null || figure.symbol === "x") return whyAbsent(facts);
  switch (figure.symbol) {
    case null:
      return null;
    case ":":
      return whyNotReturned(facts);
    case "c":
      return whyWithheld(facts);
    case "<5":
      return knownMeasure(facts.measure).unit === "percent"
        ? tooFewForShare(figure.low ?? 0)
        : "Under five, which may be none: small numbers are not told apart, so that nobody can be recognised.";
  }
}
