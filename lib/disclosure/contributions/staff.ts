import type { StaffRow, StayRow } from "../release-input";
import { type Contribution, unitsOf } from "./contribution";

/** What people in post add: to headcount and WTE, and to what is known of their training, register and absence. */
export function* ofStaff(rows: readonly StaffRow[]): Iterable<Contribution> {
  for (const { organisation, headcount, ...row } of rows) {
    const { role, band, age, register, specialism } = row;
    const of = { role, band, age, register, specialism };
    const wte = unitsOf(row.wte, "wte");
    yield { organisation, measure: "headcount", value: headcount, of };
    yield { organisation, measure: "in-post", value: wte, of };
    yield {
      organisation,
      measure: "eligible-not-registered",
      value: row.eligible ? headcount : 0,
      of: {},
    };
    if (row.programme !== null)
      yield {
        organisation,
        measure: "trainees",
        value: headcount,
        of: { programme: row.programme, funding: row.funding ?? "unknown" },
      };
    if (row.away !== null) {
      yield { organisation, measure: "in-post-absence-known", value: wte, of: {} };
      yield { organisation, measure: "available", value: row.away ? 0 : wte, of: {} };
    }
  }
}

/** What the keys of two censuses add: who was there, and who still is. */
export function* ofStays(rows: readonly StayRow[]): Iterable<Contribution> {
  for (const { organisation, before, stayed } of rows) {
    yield { organisation, measure: "people-before", value: before, of: {} };
    yield { organisation, measure: "people-stayed", value: stayed, of: {} };
  }
}
