import { EVIDENCE, type EvidenceId, evidenceOf } from "./evidence";
import type { Measure } from "./measure";
import { plus } from "./rate";

const EXACT = "Always shown: whether an organisation answered is public";

const count = (id: string, title: string, shortTitle: string, definition: string, formula: string) =>
  ({
    id,
    title,
    shortTitle,
    definition,
    formula,
    unit: "organisations",
    polarity: "none",
    family: "response",
    topic: "response",
    evidence: null,
    base: true,
    minimumEvidence: EXACT,
    source: { part: "return", columns: [] },
  }) as const satisfies Measure;

const item = (evidence: EvidenceId, id: string, title: string, what: string): Measure => {
  const { countId } = evidenceOf(evidence);
  return {
    id,
    title,
    shortTitle: title,
    definition: `Organisations that ${what}, themselves or by the return of who serves them, as a share of those that sent a return or are served.`,
    formula: `Organisations that ${what} ÷ organisations that sent a return or are served`,
    unit: "percent",
    polarity: "higher",
    family: "response",
    topic: "response",
    evidence: null,
    rate: { numerator: [plus(countId)], denominator: [plus("organisations-spoken-for")], kind: "exact" },
    minimumEvidence: EXACT,
    source: { part: "return", columns: [] },
    notes: ["A nil return has none of these to give, and is left out."],
  };
};

/** Of the returns, how many say what the measures of posts, devices and movement need. */
export const ITEM_MEASURES: readonly Measure[] = [
  item("posts", "gave-establishment", "Returns with an establishment", "gave their establishment"),
  item("devices", "gave-devices", "Returns with devices", "sent their devices"),
  item("flows", "gave-flows", "Returns with joiners and leavers", "sent their joiners and leavers"),
];

/** Who answered, and how many organisations each kind of figure rests on. */
export const RESPONSE_MEASURES: readonly Measure[] = [
  {
    id: "responded",
    title: "Organisations that answered",
    shortTitle: "Answered",
    definition:
      "Organisations that sent a return, declared that they employ no clinical engineers, or are served by one that answered, as a share of those asked.",
    formula: "Organisations that answered ÷ organisations asked",
    unit: "percent",
    polarity: "higher",
    family: "response",
    topic: "response",
    evidence: null,
    rate: {
      numerator: [plus("organisations-responded")],
      denominator: [plus("organisations")],
      kind: "exact",
    },
    minimumEvidence: EXACT,
    source: { part: "return", columns: [] },
    notes: ["A nil return is an answer: zero, not missing."],
  },
  {
    id: "workforce-coverage",
    title: "Estimated workforce of the organisations that answered",
    shortTitle: "Workforce covered",
    definition:
      "How much of the estimated clinical engineering workforce of the place is in organisations that answered.",
    formula:
      "Σ size of the organisations that answered ÷ Σ size of all: their published headcount, now or at the census before, else the mean of the sizes known",
    unit: "percent",
    polarity: "higher",
    family: "response",
    topic: "response",
    evidence: null,
    minimumEvidence: "One organisation of the place with a published headcount",
    source: { part: "return", columns: [] },
    notes: ["An estimate: how large a department is that did not answer is not known."],
  },
  ...ITEM_MEASURES,
  count(
    "organisations",
    "Organisations asked",
    "Asked",
    "Organisations of the place that the collection asked.",
    "Count of organisations in the release's geography",
  ),
  count(
    "organisations-responded",
    "Organisations that answered",
    "Answered",
    "Organisations with an approved return, a nil return, or served by one that answered.",
    "Count of organisations that returned, returned nil, or are served",
  ),
  count(
    "organisations-spoken-for",
    "Organisations that sent a return or are served",
    "Returned or served",
    "Organisations with an approved return, or served by one that answered; nil returns are left out.",
    "Count of organisations that returned or are served",
  ),
  ...Object.values(EVIDENCE).map(({ countId, shortTitle, did }) =>
    count(
      countId,
      `Organisations that ${did}`,
      shortTitle,
      `Organisations with an approved return that ${did}; nil returns are left out.`,
      `Count of organisations that ${did}`,
    ),
  ),
  {
    ...count(
      "censuses-pooled",
      "Censuses pooled",
      "Censuses pooled",
      "How many censuses a board's vacancy rates are pooled over: three, or as many as have been published.",
      "Count of censuses with a published establishment and vacancy for the board",
    ),
    unit: "censuses",
  },
];
