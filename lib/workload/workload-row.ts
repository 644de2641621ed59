import type { WorkloadRow } from "@/lib/disclosure/release-input";
import { placeRequirement } from "./place-requirement";
import type { Requirement } from "./requirement";

/** What a service's requirement adds to a release; null where nothing of it can be set against staff. */
export function workloadRow(service: Requirement): WorkloadRow | null {
  const { required, gap, hours, deviceHours, illustrativeShare } = placeRequirement([service]);
  if (required === null || gap === null) return null;
  return {
    organisation: service.organisation,
    required,
    compared: gap.required,
    comparedInPost: gap.inPost,
    deviceHours,
    hours,
    illustrativeHours: hours * (illustrativeShare ?? 0),
  };
}
