import type { PartName } from "../part";
import { PARTS } from "../parts";
import { headerSpellings } from "./match-headers";
import { spelling } from "./spelling";

/** The columns that tell the parts which are not taken yet, so that one sent as another is named. */
const LATER: Partial<Record<PartName, string>> = {
  assets:
    "asset_ref organisation_code census_date owner_organisation_code service_unit category_local category emdn_code manufacturer model setting risk_class maintenance_model commissioned disposed expected_life_years replacement_value_gbp connected unsupported_os ppm_interval_months ppm_due ppm_due_done ppm_on_time ppm_not_found ppm_jobs ppm_hours repair_jobs repair_hours",
  activities:
    "activity organisation_code owner_organisation_code service_unit specialism unit volume hours hours_source period_start period_end",
  flows:
    "direction organisation_code service_unit role afc_band band_from band_to age_band wte headcount month source destination reason",
  profile:
    "organisation_code service_unit census_date establishment_source establishment_ledger_wte standard_hours_per_week standard_hours_next standard_hours_from beds sites organisations_served managed_by on_call on_call_rota_people sufficiency expected_retirements_1y expected_retirements_2y partially_retired_headcount accreditation represented_on reports_to device_procurements_12m procurements_from_specification procurements_not_consulted mdso_in_post network_incidents_12m network_incidents_before_harm available_days bank_holidays annual_leave_days sickness_days other_absence_days hours_per_day category_allowance_percent individual_allowance_hours explanation",
};

/** For each part, taken or not: the spellings of its headers, each with the column's name. */
export function knownPartHeaders(): [PartName, ReadonlyMap<string, string>][] {
  const taken = Object.values(PARTS).map((part): [PartName, ReadonlyMap<string, string>] => [
    part.name,
    new Map([...headerSpellings(part)].map(([text, column]) => [text, column.name])),
  ]);
  const later = (Object.entries(LATER) as [PartName, string][])
    .filter(([name]) => !PARTS[name])
    .map(([name, names]): [PartName, ReadonlyMap<string, string>] => [
      name,
      new Map(names.split(" ").map((column) => [spelling(column), column])),
    ]);
  return [...taken, ...later];
}
