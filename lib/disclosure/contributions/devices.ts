import { knownMeasure } from "@/lib/measures/catalogue";
import type { DeviceRow } from "../release-input";
import { type Contribution, unitsOf } from "./contribution";

/** What devices and the work on them add: what a row does not say adds nothing, and is no zero. */
export function* ofDevices(rows: readonly DeviceRow[]): Iterable<Contribution> {
  for (const { organisation, riskClass, sums } of rows) {
    for (const [measure, value] of Object.entries(sums)) {
      if (value === null) continue;
      const { unit } = knownMeasure(measure);
      yield { organisation, measure, value: unitsOf(value, unit), of: { risk_class: riskClass } };
    }
  }
}
