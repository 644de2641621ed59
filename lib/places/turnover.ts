/** The one staff group we keep: clinical engineers stand in it, with all other scientists, therapists and technicians. */
export const OFFICIAL_STAFF_GROUP = "Scientific, therapeutic & technical staff";

/** Staff as WTE and as people; null where the organisation did not report. */
export type StaffCount = { wte: number | null; headcount: number | null };

/** One organisation's staff of the group in one month (`2025-10`). Joiners and leavers are those of that month. */
export type TurnoverRow = {
  organisation: string;
  /** The name the source gives. */
  name: string;
  month: string;
  start: StaffCount;
  end: StaffCount;
  joiners: StaffCount;
  leavers: StaffCount;
  /** As listed in `data/reference/README.md`. */
  source: string;
};

export const TURNOVER_FLOWS = ["start", "end", "joiners", "leavers"] as const;
export type TurnoverFlow = (typeof TURNOVER_FLOWS)[number];

/** Adds WTE exactly: the source gives five decimals. Null is no number, and is left out by the caller. */
export function sumWte(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 100_000), 0) / 100_000;
}
