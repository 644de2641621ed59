import { createHash } from "node:crypto";
import { createPersonKeyHasher } from "@/lib/returns/person-key";
import type { Tier } from "./organisations";
import { type Line, type NationFile, partFile } from "./part-file";
import type { Team } from "./team";
import { workforceLines } from "./workforce-lines";

/** Columns by the least tier that sends them, in declared order. */
const COLUMNS: readonly (readonly [string, Tier])[] = [
  ["census_date", "core"],
  ["organisation_code", "core"],
  ["service_unit", "linked"],
  ["employer_organisation_code", "full"],
  ["line_type", "core"],
  ["post_ref", "linked"],
  ["person_key", "linked"],
  ["role", "core"],
  ["specialism", "core"],
  ["afc_band", "core"],
  ["annex_21", "full"],
  ["establishment_wte", "core"],
  ["in_post_wte", "core"],
  ["headcount", "core"],
  ["age_band", "core"],
  ["vacancy_state", "core"],
  ["vacancy_months", "full"],
  ["vacancy_reason", "full"],
  ["temporary_cover_wte", "core"],
  ["contract_type", "full"],
  ["absence", "full"],
  ["covers_post_ref", "full"],
  ["registration", "linked"],
  ["training_programme", "linked"],
  ["training_end", "linked"],
  ["training_funding", "linked"],
  ["start_year", "full"],
  ["nhs_start_year", "full"],
];
/** Whose people they are is said by every organisation that has it to say. */
const NEEDED = ["service_unit", "employer_organisation_code"];
const TIERS: readonly Tier[] = ["core", "linked", "full"];

/** The columns that an organisation of a tier sends, and any other that its lines cannot do without. */
const columnsOf = (tier: Tier, lines: readonly Line[]): string[] =>
  COLUMNS.filter(
    ([column, least]) =>
      TIERS.indexOf(least) <= TIERS.indexOf(tier) ||
      (NEEDED.includes(column) && lines.some((line) => line[column])),
  ).map(([column]) => column);

/**
 * A team's workforce files: one, or one for each unit where the units send their own.
 *
 * @param units the units that send files of their own; empty for one file
 */
export function workforceFiles(
  seed: number,
  team: Team,
  census: string,
  units: readonly string[],
): NationFile[] {
  const { code, tier } = team.organisation;
  const hash = personKeyHasher(seed, code);
  const lines = workforceLines(team, census, (number) => hash(`E${String(number).padStart(4, "0")}`));
  const columns = columnsOf(tier, lines);
  const common = { census_date: census, organisation_code: code };
  if (units.length === 0) return [partFile("workforce", "", columns, lines, common)];
  return units.flatMap((unit) => {
    const own = lines.filter((line) => line.service_unit === unit);
    return own.length === 0 ? [] : [partFile("workforce", unit, columns, own, common)];
  });
}

/**
 * Keys as they leave the organisation: hashed with its own key, which for the sample comes from the seed, so that the
 * same person has the same key at each census.
 */
function personKeyHasher(seed: number, organisation: string): (raw: string) => string {
  const key = createHash("sha256").update(`muster sample|${seed}|${organisation}`).digest();
  return createPersonKeyHasher(key, organisation);
}
