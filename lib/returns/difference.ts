import { isMuchGone } from "./much-gone";
import { PART_NAMES, type PartName } from "./part";
import { ROW_KEYS } from "./row-keys";

/** How the rows of one part in two versions match. */
export type RowCounts = {
  /** Rows with a key. Devices that were out of use already are not among those `before`. */
  now: number;
  before: number;
  added: number;
  changed: number;
  removed: number;
  same: number;
  /** Rows without a key, of which none is known to be gone or new: those of now, of before, and equal in every value. */
  unkeyedNow: number;
  unkeyedBefore: number;
  unkeyedEqual: number;
};

/** What can be said of a part: its rows were matched, or why they cannot be. */
export type PartState =
  | "matched"
  | "only-now"
  | "not-sent"
  | "sent-otherwise"
  | "not-linked"
  | "has-errors"
  | "being-worked-out";
export type PartDifference = { part: PartName; state: PartState; counts: RowCounts };

/** Posts or devices that are gone in such number that a reason is asked for. */
export type Removal = { part: PartName; missing: number; of: number };

export type Difference = {
  parts: PartDifference[];
  removals: Removal[];
};

/** The part of which the guard of each kind of thing speaks. */
const GUARDED: readonly PartName[] = ["workforce", "devices", "assets"];
/** Devices come as rows of like ones or one by one; one stands for the other. */
const OTHERWISE: Partial<Record<PartName, PartName>> = { devices: "assets", assets: "devices" };

export const NO_ROWS: RowCounts = {
  now: 0,
  before: 0,
  added: 0,
  changed: 0,
  removed: 0,
  same: 0,
  unkeyedNow: 0,
  unkeyedBefore: 0,
  unkeyedEqual: 0,
};

export type Sides = {
  /** How the rows of each part match, where either version has it. */
  counts: ReadonlyMap<PartName, RowCounts>;
  now: ReadonlySet<PartName>;
  before: ReadonlySet<PartName>;
  /** Parts with a file that has errors, of which no row is known. */
  withErrors: ReadonlySet<PartName>;
  /** Parts of large files of which it is not known yet how their rows match. */
  underWay?: ReadonlySet<PartName>;
};

/**
 * Rows that had a key before and are there without one now, as far as can be told: as many more rows have none. They are
 * not known to be gone.
 */
export const lostTheirKey = ({ removed, unkeyedNow, unkeyedBefore }: RowCounts): number =>
  Math.min(removed, Math.max(0, unkeyedNow - unkeyedBefore));

function stateOf(part: PartName, { now, before, withErrors, underWay }: Sides, counts: RowCounts): PartState {
  if (withErrors.has(part)) return "has-errors";
  if (underWay?.has(part)) return "being-worked-out";
  if (!before.has(part)) return "only-now";
  const other = OTHERWISE[part];
  if (!now.has(part)) return other && now.has(other) ? "sent-otherwise" : "not-sent";
  const linked = counts.now > 0 && counts.before > 0;
  const rows = counts.unkeyedNow + counts.unkeyedBefore;
  return !linked && rows > 0 && ROW_KEYS[part]?.kind === "own" ? "not-linked" : "matched";
}

/**
 * What two versions of a return differ in, part by part in the order of parts, and which removals ask for a reason. Rows
 * without a key are only counted: none of them is said to be gone.
 */
export function differenceOf(sides: Sides): Difference {
  const parts = PART_NAMES.filter((part) => sides.now.has(part) || sides.before.has(part)).map((part) => {
    const counts = sides.counts.get(part) ?? NO_ROWS;
    return { part, state: stateOf(part, sides, counts), counts };
  });
  const removals = parts.flatMap(({ part, state, counts }): Removal[] => {
    const asked = GUARDED.includes(part) && (state === "matched" || state === "not-sent");
    const missing = counts.removed - lostTheirKey(counts);
    return asked && isMuchGone(missing, counts.before) ? [{ part, missing, of: counts.before }] : [];
  });
  return { parts, removals };
}

/** Whether more will be known of it soon. */
export const isBeingWorkedOut = ({ parts }: Difference): boolean =>
  parts.some(({ state }) => state === "being-worked-out");

/** Whether nothing is added, changed or removed, in any part. */
export const isNoDifference = ({ parts }: Difference): boolean =>
  parts.every(
    ({ state, counts }) =>
      state === "matched" &&
      counts.added + counts.changed + counts.removed === 0 &&
      counts.unkeyedEqual === counts.unkeyedNow &&
      counts.unkeyedEqual === counts.unkeyedBefore,
  );
