import type { ValueRange } from "@/lib/statistics/value-range";
import type { WorkloadRow } from "../release-input";
import { type Contribution, unitsOf } from "./contribution";

/** What the requirement of a service adds, with the bounds of what is modelled. */
export function* ofWorkload(rows: readonly WorkloadRow[]): Iterable<Contribution> {
  for (const { organisation, ...row } of rows) {
    const modelled = (measure: string, { value, low, high }: ValueRange): Contribution => ({
      organisation,
      measure,
      value: unitsOf(value, "wte"),
      bounds: { low: unitsOf(low, "wte"), high: unitsOf(high, "wte") },
      of: {},
    });
    const hours = (measure: string, value: number): Contribution => ({
      organisation,
      measure,
      value: unitsOf(value, "hours"),
      of: {},
    });
    yield modelled("requirement", row.required);
    yield modelled("requirement-compared", row.compared);
    yield { organisation, measure: "in-post-compared", value: unitsOf(row.comparedInPost, "wte"), of: {} };
    yield hours("standard-hours", row.deviceHours);
    yield hours("requirement-hours", row.hours);
    yield hours("illustrative-hours", row.illustrativeHours);
  }
}
