import type { Category, Dimension } from "@/lib/measures/dimension";
import type { Measure } from "@/lib/measures/measure";
import { vacancyBand } from "@/lib/measures/vacancy-band";
import { type Answer, exactly, NOT_RETURNED, WITHHELD } from "./answer";
import type { Rule } from "./catalogue";
import type { Frame, FramePlace } from "./frame";
import type { Cell } from "./ident";
import type { OpenLedger } from "./ledger";
import { type Members, membersOf } from "./members";
import { postAnswer } from "./post-answer";
import { type StaffAnswer, staffAnswer, sumOfAnswers } from "./staff-answer";
import { N_BREAK, N_ORG } from "./thresholds";
import type { Truth } from "./truth";

/** What the answers of a release are made from. */
export type Build = { frame: Frame; truth: Truth; key: Uint8Array; ledger: OpenLedger };

/** One cell of the catalogue: a measure at a place, of all or of one category. */
export type Question = {
  place: FramePlace;
  measure: Measure;
  part: { dimension: Dimension; category: Category } | null;
};

type BaseRule = Exclude<Rule, "rate" | "pooled-rate" | "censuses-pooled">;

const staffOf = (build: Build, members: readonly string[], part: Cell["part"]): StaffAnswer =>
  staffAnswer({ family: "staff", members, part }, build.key, build.ledger, build.truth);

const partOf = ({ part }: Question): Cell["part"] =>
  part === null ? null : { base: part.dimension.base, of: part.category.of };

const membersFor = (build: Build, { place, measure }: Question): Members =>
  membersOf(place.organisations, measure.family, measure.id, build.frame, build.truth);

const headcountOf = (build: Build, place: FramePlace): Answer =>
  staffOf(build, membersOf(place.organisations, "staff", "headcount", build.frame, build.truth).all, null)
    .headcount;

/** Answers the cell if enough organisations contribute to it. */
function ifEnough(build: Build, question: Question, answer: (members: readonly string[]) => Answer): Answer {
  const { all, contributing } = membersFor(build, question);
  if (all.length === 0) return NOT_RETURNED;
  if (question.place.level !== "organisation" && contributing.length < N_ORG) return WITHHELD;
  return answer(all);
}

function people(build: Build, question: Question): Answer {
  const measure = question.measure.id === "in-post" ? "in-post" : "headcount";
  return ifEnough(build, question, (members) => staffOf(build, members, partOf(question))[measure]);
}

function posts(build: Build, question: Question, step: 1 | 5): Answer {
  return ifEnough(build, question, (members) =>
    postAnswer(
      question.measure.id,
      { family: question.measure.family, members, part: partOf(question) },
      step,
      build.key,
      build.ledger,
      build.truth,
    ),
  );
}

const RULES: Readonly<Record<BaseRule, (build: Build, question: Question) => Answer | null>> = {
  people,

  "people-from-ten"(build, question) {
    const headcount = headcountOf(build, question.place);
    if (headcount.symbol === ":") return headcount;
    return (headcount.value ?? 0) < N_BREAK ? WITHHELD : people(build, question);
  },

  "sum-of-published"(build, question) {
    const { all, contributing } = membersFor(build, question);
    if (contributing.length >= N_ORG || all.length === 0) return null;
    const measure = question.measure.id === "in-post" ? "in-post" : "headcount";
    return sumOfAnswers(all.map((organisation) => staffOf(build, [organisation], null)[measure]));
  },

  // Establishment less vacancy is the WTE in post to one: where the headcount reads "<5" that would tell it.
  "posts-to-one": (build, question) =>
    posts(build, question, headcountOf(build, question.place).symbol === null ? 1 : 5),
  "posts-to-five": (build, question) => posts(build, question, 5),

  exact: (build, question) =>
    ifEnough(build, question, (members) =>
      exactly(build.truth.exact(question.measure.id, { family: "devices", members, part: partOf(question) })),
    ),

  answers({ frame, truth }, { place, measure }) {
    const { organisations } = place;
    const counted: Readonly<Record<string, (code: string) => boolean>> = {
      organisations: () => true,
      "organisations-responded": (code) => frame.response(code) !== "not_returned",
      "organisations-returned": (code) => frame.response(code) === "returned",
      "organisations-with-establishment": (code) => truth.withPosts.has(code),
      "organisations-with-devices": (code) =>
        frame.response(code) !== "not_returned" && truth.says("devices").has(code),
      "organisations-with-maintenance": (code) => truth.says("ppm-due").has(code),
      "organisations-with-timed-maintenance": (code) => truth.says("ppm-due-timed").has(code),
    };
    const counts = counted[measure.id];
    if (counts === undefined) throw new Error(`How ${measure.id} is counted is not declared`);
    return exactly(organisations.filter(counts).length);
  },

  "vacancy-band"(build, question) {
    const { place } = question;
    const { contributing } = membersFor(build, question);
    if (contributing.length === 0) return NOT_RETURNED;
    const cell = { family: "est", members: [place.code], part: null } as const;
    const establishment = build.truth.exact("establishment", cell);
    if ((headcountOf(build, place).value ?? 0) < N_BREAK || establishment <= 0) return WITHHELD;
    return exactly(vacancyBand((100 * build.truth.exact("vacancy", cell)) / establishment));
  },

  // Every organisation's choice is "none" until there is a choice.
  "sharing-choice": () => null,
};

/** The answer of a cell by a rule of the catalogue, from the exact values; null where the rule has no row. */
export const baseAnswer = (rule: BaseRule, build: Build, question: Question): Answer | null =>
  RULES[rule](build, question);

export const isBaseRule = (rule: Rule): rule is BaseRule => rule in RULES;
