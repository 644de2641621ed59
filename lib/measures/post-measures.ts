import type { Measure } from "./measure";
import { minus, plus } from "./rate";

const POST_EVIDENCE =
  "Three organisations that gave their establishment; to the nearest whole WTE for all staff, to five for a role";

/** The same sum over the organisations that said what a rate needs. */
const base = <const Id extends string>(
  id: Id,
  title: string,
  family: "est" | "vac",
  evidence: "cover" | "vacancies",
) =>
  ({
    id,
    title,
    shortTitle: title,
    definition: `${title}: part of a rate over the same organisations.`,
    formula: "As the measure itself, over the organisations that said so",
    unit: "wte",
    polarity: "none",
    family,
    topic: "posts",
    evidence,
    base: true,
    partOf: family === "est" ? "establishment" : "vacancy",
    minimumEvidence: POST_EVIDENCE,
    source: { part: "workforce", columns: ["establishment_wte", "in_post_wte"] },
  }) as const;

/** Facts about posts. Each is over the organisations that gave their establishment and said what it needs. */
export const POST_MEASURES = [
  {
    id: "establishment",
    title: "Funded establishment",
    shortTitle: "Establishment",
    definition:
      "Funded posts on the census date, in whole-time equivalents, whether filled, vacant or frozen.",
    formula:
      "Sum of funded WTE over budget lines; without budget lines, over person, group and vacancy lines",
    unit: "wte",
    polarity: "none",
    family: "est",
    topic: "posts",
    evidence: "posts",
    minimumEvidence: POST_EVIDENCE,
    source: { part: "workforce", columns: ["line_type", "establishment_wte"] },
    notes: [
      "An organisation that gave no establishment is left out of every measure of posts; it is not counted as zero.",
    ],
  },
  {
    id: "vacancy",
    title: "Vacant posts",
    shortTitle: "Vacant",
    definition:
      "Funded posts not filled by permanent or fixed-term staff, in WTE; some of them may be covered by bank or agency staff.",
    formula:
      "Establishment − in post, by service unit, role, specialism and band, added up; negatives are kept",
    unit: "wte",
    polarity: "lower",
    family: "vac",
    topic: "posts",
    evidence: "posts",
    minimumEvidence: POST_EVIDENCE,
    source: { part: "workforce", columns: ["establishment_wte", "in_post_wte"] },
    notes: ["Negative where more are in post than are funded."],
  },
  {
    id: "temporary-cover",
    title: "Temporary cover",
    shortTitle: "Temporary cover",
    definition:
      "Bank and agency staff covering posts on the census date, in WTE. They are not part of staff in post.",
    formula: "Sum of temporary cover WTE over all lines",
    unit: "wte",
    polarity: "none",
    family: "cov",
    topic: "posts",
    evidence: "cover",
    minimumEvidence: POST_EVIDENCE,
    source: { part: "workforce", columns: ["temporary_cover_wte"] },
  },
  {
    id: "advertised",
    title: "Vacant posts cleared for advert",
    shortTitle: "Advertised",
    definition: "Vacant posts that are advertised or have an offer made, in WTE, until somebody starts.",
    formula: "Sum of WTE over vacancy lines in the states advertised and offer made",
    unit: "wte",
    polarity: "none",
    family: "adv",
    topic: "posts",
    evidence: "vacancies",
    minimumEvidence: POST_EVIDENCE,
    source: { part: "workforce", columns: ["vacancy_state", "establishment_wte", "headcount"] },
    notes: [
      "A vacancy line of a file with budget lines counts its number of posts, since its WTE is in the budget.",
    ],
  },
  {
    id: "frozen",
    title: "Frozen posts",
    shortTitle: "Frozen",
    definition: "Vacant posts held back from recruitment, in WTE.",
    formula: "Sum of WTE over vacancy lines in the state frozen",
    unit: "wte",
    polarity: "lower",
    family: "frz",
    topic: "posts",
    evidence: "vacancies",
    minimumEvidence: POST_EVIDENCE,
    source: { part: "workforce", columns: ["vacancy_state", "establishment_wte", "headcount"] },
    nations: [
      { nation: "Scotland", differs: "A frozen post is not a vacancy in Scotland's own statistics." },
    ],
  },
  base("establishment-with-cover", "Funded establishment, where cover is known", "est", "cover"),
  base("vacancy-with-cover", "Vacant posts, where cover is known", "vac", "cover"),
  base(
    "establishment-with-vacancies",
    "Funded establishment, where vacancies are described",
    "est",
    "vacancies",
  ),
] as const satisfies readonly Measure[];

const NATIONS = [
  {
    nation: "England",
    differs:
      "A vacancy is a funded post not filled by permanent or fixed-term staff, whether or not bank or agency staff cover it: the funded rate.",
  },
  {
    nation: "Wales",
    differs:
      "Funded WTE in the general ledger less WTE in the staff record, over the ledger's WTE: the funded rate, and it may be negative.",
  },
  {
    nation: "Scotland",
    differs:
      "A post counts from when it is cleared for advert until somebody starts, so a frozen post is no vacancy: the advertised rate. Scotland's own statistics do not cover healthcare science.",
  },
] as const;

const RATE_EVIDENCE =
  "50 WTE of published establishment: whole per cent, one decimal from 500. A board's rate pools up to three censuses";

const RATE_NOTE =
  "Three vacancy rates are formed and never mixed, because the nations define a vacancy differently. Each is over the organisations that gave their establishment and said what it needs.";

/** The three vacancy rates. */
export const VACANCY_RATES = [
  {
    id: "vacancy-rate",
    title: "Vacancy rate, funded",
    shortTitle: "Vacancy rate",
    definition: "Funded posts without permanent or fixed-term staff, as a share of funded posts.",
    formula: "(Establishment − in post) ÷ establishment",
    unit: "percent",
    polarity: "lower",
    family: "vac",
    topic: "posts",
    evidence: "posts",
    rests: "published establishment",
    rate: { numerator: [plus("vacancy")], denominator: [plus("establishment")], kind: "posts" },
    minimumEvidence: RATE_EVIDENCE,
    source: { part: "workforce", columns: ["establishment_wte", "in_post_wte"] },
    nations: NATIONS,
    notes: [RATE_NOTE],
  },
  {
    id: "vacancy-rate-unfilled",
    title: "Vacancy rate, unfilled",
    shortTitle: "Unfilled rate",
    definition:
      "Funded posts that neither permanent or fixed-term staff nor bank and agency staff fill, as a share of funded posts.",
    formula: "(Establishment − in post − temporary cover) ÷ establishment",
    unit: "percent",
    polarity: "lower",
    family: "vac",
    topic: "posts",
    evidence: "cover",
    rests: "published establishment",
    rate: {
      numerator: [plus("vacancy-with-cover"), minus("temporary-cover")],
      denominator: [plus("establishment-with-cover")],
      kind: "posts",
    },
    minimumEvidence: RATE_EVIDENCE,
    source: { part: "workforce", columns: ["establishment_wte", "in_post_wte", "temporary_cover_wte"] },
    nations: NATIONS,
    notes: [RATE_NOTE],
  },
  {
    id: "vacancy-rate-advertised",
    title: "Vacancy rate, advertised",
    shortTitle: "Advertised rate",
    definition: "Posts cleared for advert until somebody starts, as a share of funded posts.",
    formula: "(Vacant posts advertised or with an offer made) ÷ establishment",
    unit: "percent",
    polarity: "lower",
    family: "adv",
    topic: "posts",
    evidence: "vacancies",
    rests: "published establishment",
    rate: {
      numerator: [plus("advertised")],
      denominator: [plus("establishment-with-vacancies")],
      kind: "posts",
    },
    minimumEvidence: RATE_EVIDENCE,
    source: { part: "workforce", columns: ["vacancy_state", "establishment_wte", "headcount"] },
    nations: NATIONS,
    notes: [RATE_NOTE],
  },
] as const satisfies readonly Measure[];
