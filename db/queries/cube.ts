import type { DeviceSum } from "@/lib/measures/device-measures";
import type { Reader } from "../transaction";

/**
 * The sums behind every figure, from the rows of the given files. The same queries serve the build of a release
 * (as muster_build, all approved files) and an organisation's own page (as muster_intake, its own files).
 * Codes are as sent; the mapping to published categories is lib/measures/dimensions.
 */

export type StaffSum = {
  organisation: string;
  role: string;
  specialism: string;
  band: string;
  age: string;
  registration: string[] | null;
  programme: string | null;
  funding: string | null;
  away: boolean | null;
  headcount: number;
  wte: number;
};

/**
 * People in post. Staff count at their employer. A person with several posts (the same hashed key in one file set)
 * counts once, with all their WTE, where their largest post is, so that breakdowns sum to totals.
 */
export function staffSums(reader: Reader, parts: readonly string[]): Promise<StaffSum[]> {
  return reader.rows<StaffSum>(
    `WITH line AS (
       SELECT coalesce(employer_organisation_code, organisation_code) AS organisation, role, specialism,
         afc_band AS band, age_band AS age, in_post_wte AS wte, line, part_id,
         CASE WHEN line_type = 'group' THEN headcount ELSE 1 END AS heads,
         CASE WHEN line_type = 'person' THEN person_key END AS person_key,
         registration, absence <> 'none' AS away, training_funding,
         CASE WHEN training_programme <> 'none' THEN training_programme WHEN role = 'trainee' THEN 'unknown' END AS programme
       FROM intake.workforce_row WHERE part_id = ANY($1::uuid[]) AND line_type IN ('person', 'group')
     ), person AS (
       SELECT *, sum(wte) OVER same AS all_wte, row_number() OVER (same ORDER BY wte DESC, part_id, line) AS place
       FROM line WHERE person_key IS NOT NULL WINDOW same AS (PARTITION BY organisation, person_key)
     ), counted AS (
       SELECT organisation, role, specialism, band, age, registration, programme, training_funding, away, heads, wte
       FROM line WHERE person_key IS NULL
       UNION ALL
       SELECT organisation, role, specialism, band, age, registration, programme, training_funding, away, heads, all_wte
       FROM person WHERE place = 1
     )
     SELECT organisation, role, specialism, band, age, registration, programme,
       CASE WHEN programme IS NOT NULL THEN training_funding END AS funding, away,
       sum(heads)::float8 AS headcount, sum(wte)::float8 AS wte
     FROM counted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    [parts],
  );
}

export type PostSum = {
  organisation: string;
  serviceUnit: string;
  role: string;
  specialism: string;
  band: string;
  /** Null where no line of the organisation gives an establishment: missing, not zero. */
  establishment: number | null;
  inPost: number;
  /** Null where there is no vacancy line. */
  advertised: number | null;
  frozen: number | null;
  /** Null where no file of these posts has the column; in one that has it, a blank cell is no cover. */
  cover: number | null;
};

/**
 * Posts by service unit, role, specialism and band. A vacancy line's WTE is its establishment, or its number of posts
 * where the file has budget lines (there the line only describes the vacancy and adds nothing to the establishment).
 */
export function postSums(reader: Reader, parts: readonly string[]): Promise<PostSum[]> {
  return reader.rows<PostSum>(
    `WITH without_cover AS (
       SELECT part_id FROM intake.finding WHERE part_id = ANY($1::uuid[])
         AND code = 'missing-optional-column' AND "column_name" = 'temporary_cover_wte'
     ), line AS (
       SELECT *, coalesce(employer_organisation_code, organisation_code) AS organisation,
         coalesce(establishment_wte, headcount, 1) AS vacancy_wte,
         CASE WHEN part_id NOT IN (SELECT part_id FROM without_cover) THEN coalesce(temporary_cover_wte, 0) END AS cover
       FROM intake.workforce_row WHERE part_id = ANY($1::uuid[])
     ), given AS (
       SELECT organisation, bool_or(establishment_wte IS NOT NULL) AS any_establishment FROM line GROUP BY 1
     )
     SELECT organisation, coalesce(service_unit, '') AS "serviceUnit", role, specialism, afc_band AS band,
       CASE WHEN any_establishment THEN coalesce(sum(establishment_wte), 0)::float8 END AS establishment,
       coalesce(sum(in_post_wte), 0)::float8 AS "inPost",
       sum(CASE WHEN vacancy_state IN ('offer_made', 'advertised') THEN vacancy_wte ELSE 0 END)
         FILTER (WHERE line_type = 'vacancy')::float8 AS advertised,
       sum(CASE WHEN vacancy_state = 'frozen' THEN vacancy_wte ELSE 0 END)
         FILTER (WHERE line_type = 'vacancy')::float8 AS frozen,
       sum(cover)::float8 AS cover
     FROM line JOIN given USING (organisation)
     GROUP BY 1, 2, 3, 4, 5, any_establishment ORDER BY 1, 2, 3, 4, 5`,
    [parts],
  );
}

export type DeviceSums = {
  organisation: string;
  /** As sent, else the category's. */
  riskClass: string;
  /** By measure; null where no line says. */
  sums: Record<DeviceSum, number | null>;
};

/** How each measure of devices is summed over device lines. Both parts of a share are over the lines that say it. */
const DEVICE_LINE_SUMS: Readonly<Record<DeviceSum, string>> = {
  devices: "sum(devices)",
  "ppm-due": "sum(ppm_due)",
  "ppm-due-done": "sum(ppm_due_done) FILTER (WHERE ppm_due IS NOT NULL)",
  "ppm-due-of-done": "sum(ppm_due) FILTER (WHERE ppm_due_done IS NOT NULL)",
  "ppm-on-time-jobs": "sum(ppm_on_time) FILTER (WHERE ppm_due IS NOT NULL)",
  "ppm-due-timed": "sum(ppm_due) FILTER (WHERE ppm_on_time IS NOT NULL)",
  "ppm-not-found-jobs": "sum(ppm_not_found) FILTER (WHERE ppm_due IS NOT NULL)",
  "ppm-due-of-found": "sum(ppm_due) FILTER (WHERE ppm_not_found IS NOT NULL)",
  "repairs-received": "sum(repair_jobs + backlog_end - backlog_start)",
  "repair-backlog": "sum(backlog_end) FILTER (WHERE repair_jobs IS NOT NULL AND backlog_start IS NOT NULL)",
  "devices-connected": "sum(connected)",
  "devices-of-connected": "sum(devices) FILTER (WHERE connected IS NOT NULL)",
  "devices-unsupported": "sum(unsupported)",
  "devices-of-unsupported": "sum(devices) FILTER (WHERE unsupported IS NOT NULL)",
  "devices-over-life": "sum(over_life)",
  "devices-of-over-life": "sum(devices) FILTER (WHERE over_life IS NOT NULL)",
  "service-cost": "sum(cost) FILTER (WHERE value IS NOT NULL)",
  "acquisition-value": "sum(value) FILTER (WHERE cost IS NOT NULL)",
};

/**
 * Devices and the work on them, at their owner, from rows of `devices` and from single devices of `assets`. A device
 * disposed of is no device at the census, but the work on it was work. What is missing is no zero, and no denominator.
 */
export function deviceSums(reader: Reader, parts: readonly string[]): Promise<DeviceSums[]> {
  const sums = Object.entries(DEVICE_LINE_SUMS).map(([measure, sum]) => `'${measure}', (${sum})::float8`);
  return reader.rows<DeviceSums>(
    `WITH line AS (
       SELECT coalesce(owner_organisation_code, organisation_code) AS organisation, category, risk_class,
         device_count_end AS devices, ppm_due, ppm_due_done, ppm_on_time, ppm_not_found, repair_jobs,
         backlog_jobs_start AS backlog_start, backlog_jobs_end AS backlog_end, connected_count AS connected,
         unsupported_os_count AS unsupported, over_life_count AS over_life,
         contract_cost_gbp + parts_cost_gbp AS cost, acquisition_value_gbp AS value
       FROM intake.devices_row WHERE part_id = ANY($1::uuid[])
       UNION ALL
       SELECT coalesce(owner_organisation_code, organisation_code), category, risk_class, here,
         ppm_due, ppm_due_done, ppm_on_time, ppm_not_found, repair_jobs, NULL, NULL,
         here * connected::int, here * unsupported_os::int,
         here * (commissioned + make_interval(days => round(expected_life_years * 365.25)::int) < census_date)::int,
         NULL, NULL
       FROM (SELECT *, (disposed IS NULL OR disposed > census_date)::int AS here FROM intake.assets_row
             WHERE part_id = ANY($1::uuid[])) asset
     )
     SELECT organisation, coalesce(risk_class, usual_risk_class) AS "riskClass", json_build_object(${sums.join(", ")}) AS sums
     FROM line JOIN reference.device_category ON code = category GROUP BY 1, 2 ORDER BY 1, 2`,
    [parts],
  );
}
