import { bandRank } from "../codes/afc-band";
import type { WorkforceRow } from "../parts/workforce";
import type { RowCheck } from "./row-check";

/** The lowest or highest band that a role usually has. */
const LOWEST: Readonly<Record<string, string>> = {
  clinical_scientist: "6",
  professional_engineer: "6",
  clinical_technologist: "5",
  manager: "5",
};
const HIGHEST: Readonly<Record<string, string>> = { associate: "4" };

const isTrainee = ({
  role,
  contract_type,
  annex_21,
}: Pick<WorkforceRow, "role" | "contract_type" | "annex_21">) =>
  role === "trainee" || contract_type === "trainee" || annex_21 === true;

/** What rarely goes together on one line, and is asked about. */
export const BAND_AGAINST_ROLE: readonly RowCheck<WorkforceRow>[] = [
  {
    code: "band-against-role",
    severity: "warning",
    scope: "row",
    parts: ["workforce"],
    title: "A band that the role rarely has",
    why: "A role coded by its job title, or a band typed wrongly, shows here first.",
    mend: "Correct the role or the band, or say why both are right.",
    example: {
      part: "workforce",
      trips: { lines: [{ role: "clinical_scientist", afc_band: "5" }] },
      passes: { lines: [{ role: "clinical_scientist", afc_band: "5", annex_21: "yes" }] },
    },
    reads: ["role", "afc_band", "contract_type", "annex_21"],
    find(row) {
      const { role, afc_band } = row;
      const rank = bandRank(afc_band);
      if (role === null || rank === null || isTrainee(row)) return null;
      const lowest = LOWEST[role];
      const highest = HIGHEST[role];
      if (lowest && rank < (bandRank(lowest) ?? 0))
        return { column: "afc_band", message: `A ${role} at band ${afc_band} is below band ${lowest}.` };
      if (highest && rank > (bandRank(highest) ?? 0))
        return { column: "afc_band", message: `An ${role} at band ${afc_band} is above band ${highest}.` };
      return null;
    },
  },
  {
    code: "young-senior",
    severity: "warning",
    scope: "row",
    parts: ["workforce"],
    title: "Under 25 at band 8a or above",
    why: "An age or a band typed wrongly shows here.",
    mend: "Correct the age or the band, or say why both are right.",
    example: {
      part: "workforce",
      trips: { lines: [{ age_band: "under_25", role: "manager", afc_band: "8a" }] },
      passes: { lines: [{ age_band: "under_25", afc_band: "7" }] },
    },
    reads: ["age_band", "afc_band"],
    find: ({ age_band, afc_band }) =>
      age_band === "under_25" && (bandRank(afc_band) ?? -1) >= (bandRank("8a") ?? 0)
        ? { column: "age_band", message: `Somebody under 25 is at band ${afc_band}.` }
        : null,
  },
  {
    code: "scientist-not-registered",
    severity: "warning",
    scope: "row",
    parts: ["workforce"],
    title: "A clinical scientist without HCPC registration",
    why: "The title is protected by law.",
    mend: "Correct the role or the registration, or say why both are right.",
    example: {
      part: "workforce",
      trips: { lines: [{ role: "clinical_scientist", registration: "ceng" }] },
      passes: { lines: [{ role: "clinical_scientist", registration: "hcpc_clinical_scientist;ceng" }] },
    },
    reads: ["role", "registration"],
    needs: ["registration"],
    find: ({ role, registration }) =>
      role === "clinical_scientist" &&
      registration !== null &&
      !registration.includes("hcpc_clinical_scientist")
        ? {
            column: "registration",
            message: "A clinical_scientist has registrations, but not hcpc_clinical_scientist.",
          }
        : null,
  },
  {
    code: "training-over",
    severity: "warning",
    scope: "row",
    parts: ["workforce"],
    title: "Training that ended before the census",
    why: "Somebody whose training is over is counted as a trainee.",
    mend: "Correct the date, or give the post its role after training.",
    example: {
      part: "workforce",
      trips: { lines: [{ training_end: "2025-08-31" }] },
      passes: { lines: [{ training_end: "2027-08-31" }] },
    },
    reads: ["training_end"],
    needs: ["training_end"],
    find: ({ training_end }, { census }) =>
      training_end !== null && training_end < census
        ? { column: "training_end", message: `The training ended on ${training_end}, before the census.` }
        : null,
  },
  {
    code: "over-establishment",
    severity: "warning",
    scope: "row",
    parts: ["workforce"],
    title: "More in post than is funded",
    why: "It happens and is kept, but is more often a slip.",
    mend: "Correct one of the two, or say why both are right.",
    example: {
      part: "workforce",
      trips: { lines: [{ establishment_wte: "0.8", in_post_wte: "1" }] },
      passes: { lines: [{ establishment_wte: "1", in_post_wte: "1" }] },
    },
    reads: ["line_type", "establishment_wte", "in_post_wte"],
    find: ({ line_type, establishment_wte, in_post_wte }) =>
      (line_type === "person" || line_type === "group") &&
      establishment_wte !== null &&
      in_post_wte !== null &&
      in_post_wte > establishment_wte
        ? {
            column: "in_post_wte",
            message: `${in_post_wte} WTE is in post on a line with ${establishment_wte} WTE of establishment.`,
          }
        : null,
  },
];
