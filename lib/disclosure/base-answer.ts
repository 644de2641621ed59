import { knownMeasure } from "@/lib/measures/catalogue";
import type { Category, Dimension } from "@/lib/measures/dimension";
import { EVIDENCE, type EvidenceId, evidenceOf } from "@/lib/measures/evidence";
import type { Measure } from "@/lib/measures/measure";
import { vacancyBand } from "@/lib/measures/vacancy-band";
import { type Answer, exactly, NOT_RETURNED, shown, WITHHELD } from "./answer";
import type { Rule } from "./catalogue";
import { scaleOf } from "./contributions/contribution";
import { countAnswer } from "./count-answer";
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

/** Which evidence a count of organisations is of. */
const EVIDENCE_COUNTED: ReadonlyMap<string, EvidenceId> = new Map(
  (Object.keys(EVIDENCE) as EvidenceId[]).map((id) => [evidenceOf(id).countId, id]),
);

type BaseRule = Exclude<Rule, "rate" | "coverage" | "pooled-rate" | "censuses-pooled">;

const staffOf = (build: Build, members: readonly string[], part: Cell["part"]): StaffAnswer =>
  staffAnswer({ family: "staff", members, part }, build.key, build.ledger, build.truth);

const partOf = ({ part }: Question): Cell["part"] =>
  part === null ? null : { base: part.dimension.base, of: part.category.of };

const membersFor = (build: Build, { place, measure }: Question): Members =>
  membersOf(place.organisations, measure.evidence, build.frame, build.truth);

const headcountOf = (build: Build, place: FramePlace): Answer =>
  staffOf(build, membersOf(place.organisations, "staff", build.frame, build.truth).all, null).headcount;

const fewestOf = ({ measure }: Question): number =>
  measure.evidence === null ? N_ORG : evidenceOf(measure.evidence).fewest;

/** Answers the cell if enough organisations contribute to it. */
function ifEnough(build: Build, question: Question, answer: (members: readonly string[]) => Answer): Answer {
  const { all, contributing } = membersFor(build, question);
  if (all.length === 0) return NOT_RETURNED;
  if (question.place.level !== "organisation") {
    if (contributing.length < fewestOf(question)) return WITHHELD;
    const left = leftOut(build, question, contributing);
    if (left > 0 && left < fewestOf(question)) return WITHHELD;
  }
  return answer(all);
}

/** How many organisations the measure's whole has more of: the difference of the two figures is theirs. */
function leftOut(build: Build, { place, measure }: Question, contributing: readonly string[]): number {
  if (measure.partOf === undefined) return 0;
  const { evidence } = knownMeasure(measure.partOf);
  const whole = membersOf(place.organisations, evidence, build.frame, build.truth).contributing;
  return whole.filter((code) => !contributing.includes(code)).length;
}

function people(build: Build, question: Question): Answer {
  const { id, family, counts, unit } = question.measure;
  const part = partOf(question);
  return ifEnough(build, question, (members) =>
    family === "staff"
      ? staffOf(build, members, part)[counts ?? (id === "in-post" ? id : "headcount")]
      : countAnswer(id, unit, { family, members, part }, build.key, build.ledger, build.truth),
  );
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
      exactly(
        build.truth.exact(question.measure.id, {
          family: question.measure.family,
          members,
          part: partOf(question),
        }) / scaleOf(question.measure.unit),
      ),
    ),

  // To the nearest whole unit; bounds are rounded outwards, so that they still hold.
  modelled(build, question) {
    const { id, family, unit } = question.measure;
    return ifEnough(build, question, (members) => {
      const cell = { family, members, part: partOf(question) };
      const { low, high } = build.truth.bounds(id, cell);
      return shown(Math.round(build.truth.exact(id, cell) / scaleOf(unit)), {
        low: Math.floor(low / scaleOf(unit)),
        high: Math.ceil(high / scaleOf(unit)),
      });
    });
  },

  answers({ frame, truth }, { place, measure }) {
    const { organisations } = place;
    const counted: Readonly<Record<string, (code: string) => boolean>> = {
      organisations: () => true,
      "organisations-responded": (code) => frame.response(code) !== "not_returned",
      "organisations-returned": (code) => frame.response(code) === "returned",
      "organisations-spoken-for": (code) => ["returned", "served"].includes(frame.response(code)),
    };
    const evidence = EVIDENCE_COUNTED.get(measure.id);
    const says = evidence && truth.says(evidence);
    const counts =
      counted[measure.id] ??
      (says && ((code: string) => frame.response(code) !== "not_returned" && says.has(code)));
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
