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
    base: true,
    minimumEvidence: EXACT,
    source: { part: "return", columns: [] },
  }) as const satisfies Measure;

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
    rate: {
      numerator: [plus("organisations-responded")],
      denominator: [plus("organisations")],
      kind: "exact",
    },
    minimumEvidence: EXACT,
    source: { part: "return", columns: [] },
    notes: ["A nil return is an answer: zero, not missing."],
  },
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
    "organisations-returned",
    "Organisations that sent a return",
    "Returned",
    "Organisations with an approved return that holds staff or posts; nil returns are left out.",
    "Count of organisations that returned",
  ),
  count(
    "organisations-with-establishment",
    "Organisations that gave their establishment",
    "With establishment",
    "Organisations that returned and gave their funded establishment.",
    "Count of organisations that returned with funded WTE",
  ),
  count(
    "organisations-with-devices",
    "Organisations that sent their devices",
    "With devices",
    "Organisations that returned and sent a devices part.",
    "Count of organisations that returned with devices",
  ),
  count(
    "organisations-with-maintenance",
    "Organisations that say how much maintenance fell due",
    "With maintenance due",
    "Organisations that sent a devices part in which at least one row says how many planned jobs fell due.",
    "Count of organisations with at least one such row",
  ),
  count(
    "organisations-with-timed-maintenance",
    "Organisations that say how much maintenance was on time",
    "With maintenance on time",
    "Organisations that sent a devices part in which at least one row says how many planned jobs were done on time.",
    "Count of organisations with at least one such row",
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
