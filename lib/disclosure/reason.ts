import { knownMeasure } from "@/lib/measures/catalogue";
import type { Level } from "@/lib/places/place";
import type { Figure } from "./figure";
import type { ResponseState } from "./release-input";
import { N_BREAK, N_ORG, N_RATE, N_RATE_ORGANISATION } from "./thresholds";

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

const isTimed = (measure: string): boolean =>
  ["ppm-on-time-jobs", "ppm-due-timed", "planned-maintenance-on-time"].includes(measure);

/** The count, published for every place above organisation, of who contributes to a measure. */
export function contributorsOf(measure: string): string {
  if (measure === "ppm-due" || measure === "ppm-due-done") return "organisations-with-maintenance";
  if (isTimed(measure)) return "organisations-with-timed-maintenance";
  const { family } = knownMeasure(measure);
  if (family === "devices") return "organisations-with-devices";
  return family === "staff" || family === "response"
    ? "organisations-returned"
    : "organisations-with-establishment";
}

/** What an organisation did, or did not, to contribute to a measure. */
const DEEDS: Readonly<Record<string, { did: string; didNot: string }>> = {
  "organisations-returned": { did: "sent a return", didNot: "did not send a return" },
  "organisations-with-establishment": {
    did: "gave their establishment",
    didNot: "did not give its establishment",
  },
  "organisations-with-devices": { did: "sent their devices", didNot: "did not send its devices" },
  "organisations-with-maintenance": {
    did: "said how many planned maintenance jobs fell due",
    didNot: "did not say how many planned maintenance jobs fell due",
  },
  "organisations-with-timed-maintenance": {
    did: "said how many planned maintenance jobs were done on time",
    didNot: "did not say how many planned maintenance jobs were done on time",
  },
};

const deedOf = (measure: string): { did: string; didNot: string } => {
  const deed = DEEDS[contributorsOf(measure)];
  if (deed === undefined) throw new Error(`Who contributes to ${measure} has no words`);
  return deed;
};

function whyAbsent({ level, audience, measure }: ReasonFacts): string {
  const { family } = knownMeasure(measure);
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
    return isTimed(measure)
      ? "No organisation here said how many planned maintenance jobs were done on time, or none fell due."
      : `No organisation here ${deedOf(measure).did.replace("their", "its")}.`;
  }
  if (response === "served")
    return "This organisation is served by another, whose return counts its service.";
  if (response === null || response === "not_returned")
    return "This organisation has not returned for this census. Missing is not zero.";
  return `This organisation ${deedOf(measure).didNot}.`;
}

function whyWithheld({ level, measure, dimension, contributors }: ReasonFacts): string {
  const { rate, family } = knownMeasure(measure);
  if (level === "organisation") {
    if (measure === "vacancy-band")
      return `Shown only for an organisation with a published headcount of ${N_BREAK} or more and a funded establishment.`;
    if (rate !== undefined)
      return `Shown only where the published number of people is ${N_RATE_ORGANISATION} or more.`;
    if (dimension !== "all")
      return `The published headcount is under ${N_BREAK}, so nothing more than the total is shown.`;
  } else if (family === "devices" || (contributors !== null && contributors < N_ORG)) {
    return `Cannot be shown because fewer than three organisations here ${deedOf(measure).did}: each could work out the others. See the figure of the region or nation.`;
  } else if (rate !== undefined) {
    const rests = family === "staff" ? "published number of people of known age" : "published establishment";
    return `Cannot be shown because the ${rests} is under ${N_RATE}, too few for a rate, or itself withheld.`;
  }
  return "Withheld, because together with other published figures it could give away a small number of people.";
}

/**
 * Why a figure is not there, in one sentence, or null when it is. `figure` is null where the release has no row.
 * A "<5" and an upper bound are explained too, since they are no number.
 */
export function whyNotShown(
  figure: Pick<Figure, "value" | "symbol"> | null,
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
        ? "Too few to tell from none, so only an upper bound is shown."
        : "Under five, which may be none: small numbers are not told apart, so that nobody can be recognised.";
  }
}
