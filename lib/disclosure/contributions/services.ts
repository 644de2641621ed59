import type { ServiceRow } from "../release-input";
import type { Contribution } from "./contribution";

/** What one service unit says of itself. A question left blank adds nothing, above or below the line. */
export function* ofServices(rows: readonly ServiceRow[]): Iterable<Contribution> {
  for (const row of rows) {
    const add = (measure: string, value = 1, of: Contribution["of"] = {}): Contribution => ({
      organisation: row.organisation,
      measure,
      value,
      of,
    });
    if (row.sufficiency !== null) {
      yield add("services-with-sufficiency");
      yield add("services-insufficient", row.sufficiency <= 2 ? 1 : 0);
    }
    const { procurements, fromSpecification, notConsulted } = row;
    if (procurements !== null && fromSpecification !== null && notConsulted !== null) {
      yield add("device-procurements", procurements);
      yield add("procurements-from-specification", fromSpecification);
      yield add("procurements-not-consulted", notConsulted);
    }
    if (row.representedOn !== null) {
      yield add("services-with-representation");
      for (const seat of row.representedOn) yield add("services-represented", 1, { seat });
    }
    if (row.reportsTo !== null) yield add("services-with-reporting-line", 1, { reports_to: row.reportsTo });
    if (row.networkIncidents !== null && row.incidentsBeforeHarm !== null) {
      yield add("network-incidents", row.networkIncidents);
      yield add("network-incidents-before-harm", row.incidentsBeforeHarm);
    }
    if (row.accreditation !== null) {
      yield add("services-with-accreditation");
      for (const standard of row.accreditation) yield add("services-accredited", 1, { standard });
    }
    if (row.onCall !== null) yield add("services-with-on-call", 1, { on_call: row.onCall });
  }
}
