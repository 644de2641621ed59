import { SUPPLY_DEFAULTS } from "../assumptions";
import { GROUP_COUNT, GROUPS } from "../groups";
import { checkedCount, type FillRow, rowGroup } from "./exit-rows";
import { type FillCounts, fillHazard } from "./fill-likelihood";
import { type PooledFills, poolFills } from "./pool-fills";
import { POOLING_PRIOR } from "./pooling-unit";

/** Fill hazards (φ) of the profession and its groups, and organisations' multipliers of them (ψ). */
export type PooledFilling = {
  organisations: readonly string[];
  /** By organisation and group. */
  counts: readonly (readonly FillCounts[])[];
  /** Of every group. */
  byGroup: readonly FillCounts[];
  /** φ a year of the profession: fills over vacancy-years. */
  hazard: number;
  /** Multipliers of it, by group; of what the groups lead to expect, by organisation. */
  groups: PooledFills;
  units: PooledFills;
};

const none = (): FillCounts => ({ vacant: 0, vacantFilled: 0, emptied: 0, refilled: 0 });

function add(to: FillCounts, row: FillCounts): void {
  to.vacant += row.vacant;
  to.vacantFilled += row.vacantFilled;
  to.emptied += row.emptied;
  to.refilled += row.refilled;
}

/** Checks a row: more filled than there were is a bug of the caller and throws. */
function checked(row: FillRow): FillCounts {
  const counts = {
    vacant: checkedCount(row.vacant, "vacant", row),
    vacantFilled: checkedCount(row.vacantFilled, "vacantFilled", row),
    emptied: checkedCount(row.emptied, "emptied", row),
    refilled: checkedCount(row.refilled, "refilled", row),
  };
  if (counts.vacantFilled > counts.vacant || counts.refilled > counts.emptied) {
    throw new Error(
      `Organisation ${row.organisation}, group ${row.group}, filled ${counts.vacantFilled} of ${counts.vacant} vacant posts and ${counts.refilled} of ${counts.emptied} emptied ones: at most all of them were expected`,
    );
  }
  return counts;
}

/** Fill hazards from what became of vacant posts: the profession's, its groups' about it, organisations' about those. */
export function poolFilling(rows: readonly FillRow[]): PooledFilling {
  const organisations = [...new Set(rows.map(({ organisation }) => organisation))].sort();
  const place = new Map(organisations.map((code, at) => [code, at]));
  const counts = organisations.map(() => GROUPS.map(none));
  const byGroup = GROUPS.map(none);
  const all = none();
  for (const row of rows) {
    const [group, own] = [rowGroup(row), checked(row)];
    add(counts[place.get(row.organisation) as number]?.[group] as FillCounts, own);
    add(byGroup[group] as FillCounts, own);
    add(all, own);
  }
  const base = SUPPLY_DEFAULTS["fill-hazard"].value;
  const hazard = fillHazard(all, base, POOLING_PRIOR.levelEvents);
  const groups = poolFills(
    byGroup.map((one) => [one]),
    [hazard],
  );
  const hazards = Array.from(
    { length: GROUP_COUNT },
    (_, group) => hazard * (groups.units[group]?.mean ?? 1),
  );
  return { organisations, counts, byGroup, hazard, groups, units: poolFills(counts, hazards) };
}
