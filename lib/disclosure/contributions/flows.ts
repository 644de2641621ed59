import type { FlowRow } from "../release-input";
import type { Contribution } from "./contribution";

/** What joiners, leavers and movers add. Who sent the part without any has said that there were none. */
export function* ofFlows(rows: readonly FlowRow[], sent: ReadonlySet<string>): Iterable<Contribution> {
  for (const organisation of sent) {
    for (const measure of ["joiners", "leavers", "leavers-within-nhs", "movers"])
      yield { organisation, measure, value: 0, of: {} };
  }
  for (const { organisation, direction, withinNhs, step, headcount } of rows) {
    if (direction === "leaver") {
      yield { organisation, measure: "leavers", value: headcount, of: {} };
      if (withinNhs) yield { organisation, measure: "leavers-within-nhs", value: headcount, of: {} };
    } else if (direction === "joiner") yield { organisation, measure: "joiners", value: headcount, of: {} };
    else yield { organisation, measure: "movers", value: headcount, of: { step: step ?? "unknown" } };
  }
}
