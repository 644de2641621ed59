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
         CASE WHEN line_type = 'person' THEN person_key END AS person_key
       FROM intake.workforce_row WHERE part_id = ANY($1::uuid[]) AND line_type IN ('person', 'group')
     ), person AS (
       SELECT *, sum(wte) OVER same AS all_wte, row_number() OVER (same ORDER BY wte DESC, part_id, line) AS place
       FROM line WHERE person_key IS NOT NULL WINDOW same AS (PARTITION BY organisation, person_key)
     ), counted AS (
       SELECT organisation, role, specialism, band, age, heads, wte FROM line WHERE person_key IS NULL
       UNION ALL
       SELECT organisation, role, specialism, band, age, heads, all_wte FROM person WHERE place = 1
     )
     SELECT organisation, role, specialism, band, age, sum(heads)::float8 AS headcount, sum(wte)::float8 AS wte
     FROM counted GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
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
  advertised: number;
  frozen: number;
  cover: number;
};

/**
 * Posts by service unit, role, specialism and band. A vacancy line's WTE is its establishment, or its number of posts
 * where the file has budget lines (there the line only describes the vacancy and adds nothing to the establishment).
 */
export function postSums(reader: Reader, parts: readonly string[]): Promise<PostSum[]> {
  return reader.rows<PostSum>(
    `WITH line AS (
       SELECT *, coalesce(employer_organisation_code, organisation_code) AS organisation,
         coalesce(establishment_wte, headcount, 1) AS vacancy_wte
       FROM intake.workforce_row WHERE part_id = ANY($1::uuid[])
     ), given AS (
       SELECT organisation, bool_or(establishment_wte IS NOT NULL) AS any_establishment FROM line GROUP BY 1
     )
     SELECT organisation, coalesce(service_unit, '') AS "serviceUnit", role, specialism, afc_band AS band,
       CASE WHEN any_establishment THEN coalesce(sum(establishment_wte), 0)::float8 END AS establishment,
       coalesce(sum(in_post_wte), 0)::float8 AS "inPost",
       coalesce(sum(vacancy_wte) FILTER (WHERE line_type = 'vacancy' AND vacancy_state IN ('offer_made', 'advertised')), 0)::float8 AS advertised,
       coalesce(sum(vacancy_wte) FILTER (WHERE line_type = 'vacancy' AND vacancy_state = 'frozen'), 0)::float8 AS frozen,
       coalesce(sum(temporary_cover_wte), 0)::float8 AS cover
     FROM line JOIN given USING (organisation)
     GROUP BY 1, 2, 3, 4, 5, any_establishment ORDER BY 1, 2, 3, 4, 5`,
    [parts],
  );
}

export type DeviceSum = {
  organisation: string;
  /** As sent, else the category's. */
  riskClass: string;
  devices: number;
  /** Null where the lines of this sum do not say. */
  ppmDue: number | null;
  ppmDueDone: number | null;
  ppmOnTime: number | null;
};

/**
 * Devices and planned maintenance, at their owner. Lines that do not say how many jobs fell due, or were on time, are
 * summed apart from those that do: what is missing is no zero, and no denominator.
 */
export function deviceSums(reader: Reader, parts: readonly string[]): Promise<DeviceSum[]> {
  return reader.rows<DeviceSum>(
    `SELECT coalesce(owner_organisation_code, organisation_code) AS organisation,
       coalesce(risk_class, usual_risk_class) AS "riskClass", sum(device_count_end)::float8 AS devices,
       sum(ppm_due)::float8 AS "ppmDue", sum(ppm_due_done)::float8 AS "ppmDueDone", sum(ppm_on_time)::float8 AS "ppmOnTime"
     FROM intake.devices_row JOIN reference.device_category ON code = category
     WHERE part_id = ANY($1::uuid[])
     GROUP BY 1, 2, ppm_due IS NULL, ppm_due_done IS NULL, ppm_on_time IS NULL ORDER BY 1, 2, 4, 6`,
    [parts],
  );
}
