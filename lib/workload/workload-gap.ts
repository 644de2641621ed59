import { less, type ValueRange } from "@/lib/statistics/value-range";
import { type Allowances, type Demand, demand } from "./demand";
import { likeWithLike, type SpecialismWte, total } from "./like-with-like";
import type { RotaFloor } from "./rota-floor";
import type { StaffWte } from "./staff-wte";
import type { WorkLine } from "./work-line";

/** Requirement against staff, over the specialisms that have one. */
export type WorkloadGap = Omit<Demand, "sensitivity"> & {
  inPost: number;
  /** In post without those away for long; null where absence was not sent for everybody compared. */
  available: number | null;
  /** Required − in post. Below zero it is no surplus: what is not counted is not nothing. */
  gap: ValueRange;
  /** In post over required (the WISN ratio). */
  ratio: number;
  compared: SpecialismWte[];
};

/** Who is set against what, and how much of the staff that is; the gap is null where nothing can be compared. */
export type StaffAgainstWork = {
  /** WTE in post of all specialisms. */
  inPost: number;
  gap: WorkloadGap | null;
  /** Specialisms without a requirement, with the WTE that does the work which is not modelled. */
  notModelled: SpecialismWte[];
  /** Share of the WTE in post that is compared; null where nobody is in post. */
  coverage: number | null;
};

/** Forms the workload gap, like with like. */
export function staffAgainstWork(
  staff: readonly StaffWte[],
  lines: readonly WorkLine[],
  mainWork: ReadonlyMap<string, readonly string[]>,
  allowed: Allowances,
  floor: RotaFloor,
): StaffAgainstWork {
  const like = likeWithLike(staff, lines, mainWork);
  const asked = demand(like.lines, allowed, floor);
  const { notModelled, coverage, compared } = like;
  const all = total(staff.map((each) => each.inPost));
  if (asked === null || compared.length === 0) return { inPost: all, gap: null, notModelled, coverage };
  const people = staff.filter(({ specialism }) => compared.some((each) => each.specialism === specialism));
  const { sensitivity: _, ...shown } = asked;
  const inPost = total(people.map((each) => each.inPost));
  const absent = people.map((each) => each.absent).filter((wte) => wte !== null);
  return {
    inPost: all,
    gap: {
      ...shown,
      inPost,
      available: absent.length === people.length ? total([inPost, -total(absent)]) : null,
      gap: less(asked.required, inPost),
      ratio: inPost / asked.required.value,
      compared,
    },
    notModelled,
    coverage,
  };
}
