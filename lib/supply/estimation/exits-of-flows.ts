import { GROUPS, groupOf } from "../groups";
import { byExitCause, type ExitCause, type ExitRow } from "./exit-rows";
import { type PersonLine, peopleAtRisk } from "./people-at-risk";

/** One row of a return's flows part, by its declared names, of the year after the census of the people. */
export type FlowLine = {
  organisation_code: string | null;
  direction: string | null;
  role: string | null;
  afc_band: string | null;
  band_from: string | null;
  band_to: string | null;
  age_band: string | null;
  headcount: number | null;
  destination: string | null;
  reason: string | null;
};

/** A service that goes with its people and a contract that ends are no hazard of a person's. */
const NOT_COUNTED = new Set(["transfer_of_service", "end_of_contract"]);
const RETIRED = new Set(["retirement", "flexi_retirement", "retired_and_returned"]);
/** The band from which promotion leads into the next group. */
const TOP_BAND: Readonly<Record<string, string>> = {
  scientist_to_7: "7",
  technologist_to_6: "6",
  associate: "4",
};

/** What a flow is to the model, and of which group; null where it is none of the four. */
export function exitOf(flow: FlowLine): { group: number; cause: ExitCause } | null {
  const { direction, role, afc_band, band_from, band_to, destination, reason } = flow;
  if (role === null || role === "trainee") return null;
  if (direction === "mover") {
    // The role is the new one: a technologist who was below band 5 was an associate.
    const before = role === "clinical_technologist" && /^[234]$/.test(band_from ?? "") ? "associate" : role;
    const [from, to] = [groupOf(before, band_from ?? ""), groupOf(role, band_to ?? "")];
    return GROUPS[from]?.next === to ? { group: from, cause: "promote" } : null;
  }
  if (direction !== "leaver" || NOT_COUNTED.has(reason ?? "")) return null;
  const group = groupOf(role, afc_band ?? "");
  if (RETIRED.has(reason ?? "")) return { group, cause: "retire" };
  if (destination !== "other_nhs") return { group, cause: "leave" };
  const rises = reason === "promotion" && TOP_BAND[GROUPS[group]?.id ?? ""] === afc_band;
  return { group, cause: rises ? "promote" : "move" };
}

/**
 * Rows for `estimateRates` from the people of one census and the flows of the year after it, of any number of
 * organisations. Who is on no hazard of the model's, as trainees and fixed-term cover, is in neither.
 *
 * @param told organisations whose flows are known, those included of which it is known that they had none; the others
 * are left out, since people without a flows file have not had a year without exits
 */
export function exitsOfFlows(
  people: readonly PersonLine[],
  flows: readonly FlowLine[],
  told: ReadonlySet<string>,
): ExitRow[] {
  const rows = new Map<string, ExitRow>();
  const rowOf = (organisation: string, group: number, ageBand: string): ExitRow => {
    const key = `${organisation}|${group}|${ageBand}`;
    const row = rows.get(key) ?? { organisation, group, ageBand, people: 0, ...byExitCause(() => 0) };
    rows.set(key, row);
    return row;
  };
  const known = new Set<string>();
  for (const { organisation, group, ageBand, heads } of peopleAtRisk(people)) {
    if (!told.has(organisation)) continue;
    known.add(organisation);
    rowOf(organisation, group, ageBand).people += heads;
  }
  for (const flow of flows) {
    const exit = exitOf(flow);
    if (exit === null || flow.organisation_code === null || !known.has(flow.organisation_code)) continue;
    const row = rowOf(flow.organisation_code, exit.group, flow.age_band ?? "unknown");
    row[exit.cause] += flow.headcount ?? 0;
  }
  return [...rows.values()];
}
