import type { ServiceRow } from "@/lib/disclosure/release-input";
import type { Reader } from "../transaction";

/** What each service unit of the given files says of itself. */
export const serviceRows = (reader: Reader, parts: readonly string[]): Promise<ServiceRow[]> =>
  reader.rows<ServiceRow>(
    `SELECT organisation_code AS organisation, sufficiency::float8,
       device_procurements_12m::float8 AS procurements, procurements_from_specification::float8 AS "fromSpecification",
       procurements_not_consulted::float8 AS "notConsulted", array_remove(represented_on, 'none') AS "representedOn",
       reports_to AS "reportsTo", network_incidents_12m::float8 AS "networkIncidents",
       network_incidents_before_harm::float8 AS "incidentsBeforeHarm", array_remove(accreditation, 'none') AS accreditation,
       on_call AS "onCall"
     FROM intake.profile_row WHERE part_id = ANY($1::uuid[])
     ORDER BY organisation_code, service_unit, part_id, line`,
    [parts],
  );
