import { formatDate } from "@/lib/format/date";
import type { Release } from "@/lib/published/release";
import type { Problem } from "@/lib/result";

/** The share of organisations that answered below which somebody says why a release is published all the same, in %. */
export const RESPONSE_ASKED = 70;
/** How often a census whose collection is closed may be corrected: DISCLOSURE 1.7. */
export const MOST_CORRECTIONS = 2;

/** What can be read, or let pass with a reason, by whoever publishes. */
export const PASSABLE = ["changes-unread", "response-low", "queries-open"] as const;
export type Passable = (typeof PASSABLE)[number];

/** What is known of a release that waits, as far as its publication hangs on it. */
export type ReleaseFacts = {
  release: Release;
  /** Null is the operator. */
  builtBy: string | null;
  /** The release of its census that is published now. */
  publishedNow: number | null;
  /** How many releases of its census have been published. */
  publishedBefore: number;
  /** Organisations whose return it counts and who have withdrawn it since. */
  withdrawn: readonly string[];
  /** Organisations of its collection that a question waits for. */
  queried: readonly string[];
  /** Of all organisations asked; null where the release does not say. */
  answers: { asked: number; answered: number } | null;
  /** The release that it is held against to say what changed. */
  heldAgainst: number | null;
  readings: readonly Reading[];
};

/** What a person has read, or let pass and why. */
export type Reading = { item: string; person: string; words: string | null; at: string };

export type CheckItem = {
  /** The problem's code where it does not hold. */
  code: string;
  title: string;
  state: "done" | "blocks" | "to-pass";
  /** How it stands. */
  words: string;
  /** What to do about it; null where nothing is left to do. */
  mend: string | null;
};

const done = (code: string, title: string, words: string): CheckItem => ({
  code,
  title,
  state: "done",
  words,
  mend: null,
});
const blocks = (code: string, title: string, words: string, mend: string): CheckItem => ({
  code,
  title,
  state: "blocks",
  words,
  mend,
});
const some = (codes: readonly string[]) =>
  codes.length <= 5 ? codes.join(", ") : `${codes.slice(0, 5).join(", ")} and ${codes.length - 5} more`;

/**
 * What stands before the publication of a release, each point with its reason. `person` is who would publish; null is
 * the operator, who may publish what they built and passes over what is to be read: the audit says so.
 */
export function checklistOf(facts: ReleaseFacts, person: string | null): CheckItem[] {
  return [
    attackItem(facts),
    twoPeopleItem(facts, person),
    supersededItem(facts),
    withdrawnItem(facts),
    correctionsItem(facts),
    aboutItem(facts),
    ...passItems(facts, person),
  ];
}

/** The first point that keeps a release from being published, as a problem; null when nothing does. */
export function obstacleIn(items: readonly CheckItem[]): Problem | null {
  const item = items.find(({ state }) => state !== "done");
  return item ? { code: item.code, message: item.words, mend: item.mend ?? undefined } : null;
}

function attackItem({ release }: ReleaseFacts): CheckItem {
  const title = "Nobody is given away";
  // No attacker has played the organisations against it yet: that is part of the publication, and does not exist.
  return release.synthetic
    ? done("not-attacked", title, "The organisations are invented: there is nobody to give away.")
    : blocks(
        "not-attacked",
        title,
        `Release ${release.number} is of real organisations, and no attack has shown that it gives nobody away.`,
        "Keep it unpublished until the attack of the disclosure method is part of the build.",
      );
}

function twoPeopleItem({ builtBy }: ReleaseFacts, person: string | null): CheckItem {
  const title = "Two people stand behind it";
  return person !== null && person === builtBy
    ? blocks(
        "second-person-needed",
        title,
        "You built this release, so another administrator publishes it.",
        "Ask a second administrator to look at it and publish it.",
      )
    : done("second-person-needed", title, "Somebody else built it.");
}

function supersededItem({ release, publishedNow }: ReleaseFacts): CheckItem {
  const title = "It is held against what is published now";
  return release.replaces === publishedNow
    ? done(
        "built-before-another",
        title,
        publishedNow === null
          ? `No release of the census of ${formatDate(release.census)} is published.`
          : `It corrects release ${publishedNow}.`,
      )
    : blocks(
        "built-before-another",
        title,
        publishedNow === null
          ? `Release ${release.replaces}, which it corrects, is published no longer.`
          : `Release ${publishedNow} was published after this one was built.`,
        "Build it again.",
      );
}

function withdrawnItem({ release, withdrawn }: ReleaseFacts): CheckItem {
  const title = "Every return that it counts stands";
  return withdrawn.length === 0
    ? done("built-before-a-withdrawal", title, "None has been withdrawn since it was built.")
    : blocks(
        "built-before-a-withdrawal",
        title,
        `Release ${release.number} counts a return that has been withdrawn since: ${some(withdrawn)}.`,
        "Build it again.",
      );
}

function correctionsItem({ release, publishedBefore }: ReleaseFacts): CheckItem {
  const title = "A closed census is not corrected too often";
  const corrections = Math.max(0, publishedBefore - 1);
  if (release.synthetic || release.collectionOpen || publishedBefore === 0 || corrections < MOST_CORRECTIONS)
    return done(
      "corrections-spent",
      title,
      release.synthetic
        ? "The organisations are invented: it may be corrected at will."
        : release.collectionOpen
          ? "Its collection is still open."
          : `It has been corrected ${corrections} times.`,
    );
  return blocks(
    "corrections-spent",
    title,
    `The census of ${formatDate(release.census)} is closed and has been corrected ${corrections} times: another release would tell apart what was changed.`,
    "Keep the change for the next census.",
  );
}

function aboutItem({ release }: ReleaseFacts): CheckItem {
  const title = "It says what is new in it";
  return release.about === null
    ? blocks(
        "about-missing",
        title,
        `Release ${release.number} does not say yet what is new in it, or why it corrects another.`,
        "Write it below and send the release for review.",
      )
    : done("about-missing", title, release.about);
}

/** What is to be read, or let pass with a reason: by the person who publishes, and nobody in their place. */
function passItems(
  { heldAgainst, answers, queried, readings }: ReleaseFacts,
  person: string | null,
): CheckItem[] {
  const passed = (item: Passable) => readings.find((one) => one.item === item && one.person === person);
  const share = answers && answers.asked > 0 ? (100 * answers.answered) / answers.asked : null;
  const item = (
    code: Passable,
    { title, holds, well, ill, mend }: Record<"title" | "well" | "ill" | "mend", string> & { holds: boolean },
  ): CheckItem => {
    const reading = passed(code);
    if (holds) return done(code, title, well);
    if (reading)
      return done(code, title, reading.words === null ? "You have read it." : `You say: ${reading.words}`);
    return { code, title, state: "to-pass", words: ill, mend };
  };
  return [
    item("response-low", {
      title: "Enough have answered",
      holds: share !== null && share >= RESPONSE_ASKED,
      well: `${answers?.answered} of ${answers?.asked} organisations answered.`,
      ill:
        share === null
          ? "The release does not say how many answered."
          : `Only ${answers?.answered} of ${answers?.asked} organisations answered: under ${RESPONSE_ASKED}%.`,
      mend: "Wait for more, or say why it is published all the same.",
    }),
    item("queries-open", {
      title: "No question about a return waits",
      holds: queried.length === 0,
      well: "None is open.",
      ill: `Questions about the returns of ${some(queried)} are not closed.`,
      mend: "Close them, or say why they need not be waited for.",
    }),
    item("changes-unread", {
      title: "What changed has been read",
      holds: heldAgainst === null,
      well: "There is no earlier release to hold it against.",
      ill: `You have not said that you read what changed since release ${heldAgainst}.`,
      mend: "Read it below.",
    }),
  ];
}
