import { formatDate } from "@/lib/format/date";
import { formatCount, formatNumber, formatPercent, formatWte } from "@/lib/format/number";

/** What the paragraph rests on, exact; null is not known, and left out with a word of why. */
export type RiskFacts = {
  organisation: string;
  census: string;
  establishmentWte: number | null;
  inPostWte: number | null;
  vacancyWte: number | null;
  vacancyRate: number | null;
  unfilledWte: number | null;
  /** Percent of people whose age is known. */
  share55: number | null;
  ppmDue: number | null;
  ppmDone: number | null;
  highRiskDue: number | null;
  highRiskDone: number | null;
  /** The requirement's own first sentence, with its interval. */
  requirement: string | null;
};

const sentenceOf = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(" ");

/**
 * A paragraph for a risk register, from an organisation's own exact figures, with what is not known named and not
 * guessed. Plain text, marked not for publication. It states facts and asks for a judgement: likelihood and
 * consequence are the register's own.
 */
export function riskParagraph(facts: RiskFacts): string {
  const { organisation, census } = facts;
  const lines = [
    "NOT FOR PUBLICATION: exact figures of one organisation, for its own risk register.",
    "",
    `Clinical engineering staffing, ${organisation}, at ${formatDate(census)}`,
    "",
    sentenceOf([posts(facts), ages(facts), maintenance(facts), facts.requirement]),
    "",
    "If the service cannot be staffed for its work, devices may be used past their planned maintenance, repairs may wait, and incidents and safety notices may be looked at late. Likelihood, consequence and what is done about it are for the register to say.",
    "",
    `Source: the organisation’s own approved return to Muster, census of ${formatDate(census)}.${unknown(facts)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function posts({
  establishmentWte,
  inPostWte,
  vacancyWte,
  vacancyRate,
  unfilledWte,
}: RiskFacts): string | null {
  if (inPostWte === null) return null;
  if (establishmentWte === null || vacancyWte === null) return `${formatWte(inPostWte)} WTE are in post.`;
  const of = `Of ${formatWte(establishmentWte)} WTE funded, ${formatWte(inPostWte)} are in post`;
  // More in post than funded is allowed, and no vacancy.
  if (vacancyWte < 0)
    return `${of}: ${formatWte(-vacancyWte)} WTE more than funded, and none is vacant on balance.`;
  if (vacancyWte === 0) return `${of}: none is vacant on balance.`;
  const rate = vacancyRate === null ? "" : ` (${formatPercent(vacancyRate, 1)})`;
  const unfilled =
    unfilledWte === null || unfilledWte < 0 || unfilledWte > vacancyWte
      ? ""
      : `, and ${formatWte(unfilledWte)} WTE of them have no temporary cover either`;
  return `${of}: ${formatWte(vacancyWte)} WTE${rate} are vacant${unfilled}.`;
}

const ages = ({ share55 }: RiskFacts): string | null =>
  share55 === null ? null : `${formatPercent(share55, 0)} of staff of known age are 55 or over.`;

function maintenance({ ppmDue, ppmDone, highRiskDue, highRiskDone }: RiskFacts): string | null {
  if (!isKnown(ppmDue, ppmDone)) return null;
  const of = (due: number, done: number) =>
    `${formatCount(due - done)} of ${formatCount(due)} (${formatNumber((100 * (due - done)) / due, 1)}%)`;
  const high = isKnown(highRiskDue, highRiskDone)
    ? `, among them ${of(highRiskDue as number, highRiskDone as number)} of those on high-risk devices`
    : "";
  return `Of the planned maintenance that fell due in the twelve months, ${of(ppmDue as number, ppmDone as number)} jobs were not done${high}.`;
}

/** Whether both are known, something fell due, and no more of it was done than that. */
const isKnown = (due: number | null, done: number | null): boolean =>
  due !== null && done !== null && due > 0 && done >= 0 && done <= due;

function unknown(facts: RiskFacts): string {
  const missing = [
    facts.establishmentWte === null ? "establishment" : null,
    facts.share55 === null ? "ages" : null,
    facts.ppmDue === null || facts.ppmDone === null
      ? "planned maintenance"
      : facts.highRiskDue === null || facts.highRiskDone === null
        ? "planned maintenance of high-risk devices"
        : null,
    facts.requirement === null ? "what the work asks for" : null,
  ].filter((one) => one !== null);
  return missing.length === 0 ? "" : ` Not known from it: ${missing.join(", ")}.`;
}
