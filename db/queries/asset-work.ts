import type { Row } from "@/lib/returns/part";
import { byHashing } from "../hashing";
import type { Reader } from "../transaction";

/**
 * The devices of assets files summed to rows of the devices part: one for each organisation, owner, service unit,
 * category, setting, risk class, maintenance model and interval. A device disposed of is none at the census, but its
 * work was work. Sums are null where no device says.
 */
export const assetWork = (reader: Reader, parts: readonly string[]): Promise<Row[]> =>
  byHashing(reader, () =>
    reader.rows<Row>(
      `WITH asset AS (
       SELECT *, (disposed IS NULL OR disposed > census_date)::int AS here,
         (commissioned > census_date - interval '1 year')::int AS new
       FROM intake.assets_row WHERE part_id = ANY($1::uuid[])
     )
     SELECT organisation_code, owner_organisation_code, service_unit, category, setting, risk_class, maintenance_model,
       ppm_interval_months::float8, sum(here)::float8 AS device_count_end, sum(new)::float8 AS added,
       sum((disposed > census_date - interval '1 year' AND here = 0)::int)::float8 AS disposed,
       sum(here * connected::int)::float8 AS connected_count,
       sum(here * unsupported_os::int)::float8 AS unsupported_os_count,
       sum(ppm_due)::float8 AS ppm_due, sum(ppm_due_done)::float8 AS ppm_due_done, sum(ppm_on_time)::float8 AS ppm_on_time,
       sum(ppm_not_found)::float8 AS ppm_not_found, sum(ppm_jobs)::float8 AS ppm_jobs, sum(ppm_hours)::float8 AS ppm_hours,
       sum(repair_jobs)::float8 AS repair_jobs, sum(repair_hours)::float8 AS repair_hours
     FROM asset GROUP BY 1, 2, 3, 4, 5, 6, 7, ppm_interval_months ORDER BY 1, 2, 3, 4, 5, 6, 7, ppm_interval_months`,
      [parts],
    ),
  );
