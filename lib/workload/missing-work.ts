import { total } from "./like-with-like";
import type { StaffWte } from "./staff-wte";
import type { WholeService } from "./whole-service";
import { type MissingWork, missingWork } from "./work-line";
import type { StaffAgainstWork } from "./workload-gap";

/** Work that is not modelled, with the WTE that does it. */
export type NamedMissingWork = MissingWork & {
  /** WTE in post; null where its people also do work that is counted, or no workforce was sent. */
  doneBy: { specialism: string; wte: number | null }[];
};

/** Where a specialism is provided so, its work is not this service's, and not missing from it. */
const ELSEWHERE = new Set(["provided_by_other", "contracted", "not_provided"]);

/**
 * Names what is not modelled and who does it. Work of which no row was sent is not missing where the profile says that
 * all specialisms that usually do it are elsewhere.
 */
export function namedMissing(
  missing: readonly MissingWork[],
  { provision }: WholeService,
  staff: readonly StaffWte[] | null,
  against: StaffAgainstWork | null,
): NamedMissingWork[] {
  const elsewhere = (specialism: string) => {
    const said = provision.get(specialism);
    return said !== undefined && [...said].every((each) => ELSEWHERE.has(each));
  };
  const compared = new Set(against?.gap?.compared.map(({ specialism }) => specialism) ?? []);
  return missingWork(
    missing.filter(
      ({ reason, specialisms }) =>
        reason !== "not_sent" || specialisms.length === 0 || !specialisms.every(elsewhere),
    ),
  ).map((each) => ({
    ...each,
    doneBy: each.specialisms.map((specialism) => ({
      specialism,
      wte:
        staff === null || compared.has(specialism)
          ? null
          : total(staff.filter((line) => line.specialism === specialism).map(({ inPost }) => inPost)),
    })),
  }));
}
