import { PPM_HOURS } from "./columns/maintenance-work";
import type { CellValue, Row } from "./part";
import type { AssetsRow } from "./parts/assets";

/** What devices must have in common to be one row of the sums. */
const KIND = [
  "organisation_code",
  "owner_organisation_code",
  "service_unit",
  "category",
  "setting",
  "risk_class",
  "maintenance_model",
  "ppm_interval_months",
] as const;

/** Hours are added up in their smallest part, which is exact in any order. */
const PARTS_OF_AN_HOUR = 10 ** PPM_HOURS.scale;

/** What is added up of each kind, in the order of its places in the sums; hours last. */
const SUMMED = [
  "device_count_end",
  "added",
  "disposed",
  "connected_count",
  "unsupported_os_count",
  "ppm_due",
  "ppm_due_done",
  "ppm_on_time",
  "ppm_not_found",
  "ppm_jobs",
  "repair_jobs",
  "ppm_hours",
  "repair_hours",
] as const;
const WIDTH = SUMMED.length;
const FIRST_HOURS = SUMMED.indexOf("ppm_hours");

/** Files with more kinds of devices than these are added up by the database. */
const MOST_KINDS = 20_000;

/** Values of one column under those of the columns before it; the value met last is not even looked up. */
type Level = {
  known: Map<CellValue, Level> | null;
  last: CellValue | undefined;
  next: Level | null;
  kind: number;
};
const newLevel = (): Level => ({ known: null, last: undefined, next: null, kind: -1 });

/** The day a year before the census; of 29 February, 28 February. */
function yearBefore(census: string): string {
  const day = census.slice(4) === "-02-29" ? "-02-28" : census.slice(4);
  return `${Number(census.slice(0, 4)) - 1}${day}`;
}

function under(level: Level, value: CellValue): Level {
  if (level.next !== null && level.last === value) return level.next;
  level.known ??= new Map();
  let next = level.known.get(value);
  if (next === undefined) {
    next = newLevel();
    level.known.set(kept(value), next);
  }
  level.last = value;
  level.next = next;
  return next;
}

/**
 * Adds up single devices to rows of the devices part while their file is read: the very rows, in the very order, that
 * the database makes of the stored ones (`assetWork`), in a fifth of the time. A device disposed of is none at the
 * census, but its work was work. Sums are null where no device says. The row handed in may be filled again.
 *
 * @returns of `end`, the rows; null where there are more kinds of devices than are kept apart here
 */
export function createAssetSums(census: string, mostKinds = MOST_KINDS) {
  const since = yearBefore(census);
  let first = newLevel();
  const kinds: CellValue[][] = [];
  let sums = new Float64Array(256 * WIDTH);
  let tooMany = false;

  const newKind = (row: AssetsRow): number => {
    if (kinds.length >= mostKinds) {
      tooMany = true;
      first = newLevel();
      return -1;
    }
    const kind = kinds.length;
    kinds.push(KIND.map((name) => kept(row[name])));
    if (kinds.length * WIDTH > sums.length) {
      const longer = new Float64Array(sums.length * 2);
      longer.set(sums);
      sums = longer;
    }
    // No number stands for what nobody said; how many are here, and how many left, is known of every device.
    sums.fill(Number.NaN, kind * WIDTH, (kind + 1) * WIDTH);
    sums[kind * WIDTH] = 0;
    sums[kind * WIDTH + 2] = 0;
    return kind;
  };

  const kindOf = (row: AssetsRow): number => {
    let level = under(first, row.organisation_code);
    level = under(level, row.owner_organisation_code);
    level = under(level, row.service_unit);
    level = under(level, row.category);
    level = under(level, row.setting);
    level = under(level, row.risk_class);
    level = under(level, row.maintenance_model);
    level = under(level, row.ppm_interval_months);
    if (level.kind < 0) level.kind = newKind(row);
    return level.kind;
  };

  const add = (at: number, value: number | null) => {
    if (value === null) return;
    const before = sums[at] as number;
    sums[at] = Number.isNaN(before) ? value : before + value;
  };

  return {
    take(given: Row): void {
      if (tooMany) return;
      const row = given as unknown as AssetsRow;
      const kind = kindOf(row);
      if (kind < 0) return;
      const at = kind * WIDTH;
      const { commissioned, disposed, connected, unsupported_os: unsupported } = row;
      const here = disposed === null || disposed > census ? 1 : 0;
      add(at, here);
      if (commissioned !== null) add(at + 1, commissioned > since ? 1 : 0);
      if (here === 0 && (disposed as string) > since) add(at + 2, 1);
      if (connected !== null) add(at + 3, connected ? here : 0);
      if (unsupported !== null) add(at + 4, unsupported ? here : 0);
      add(at + 5, row.ppm_due);
      add(at + 6, row.ppm_due_done);
      add(at + 7, row.ppm_on_time);
      add(at + 8, row.ppm_not_found);
      add(at + 9, row.ppm_jobs);
      add(at + 10, row.repair_jobs);
      if (row.ppm_hours !== null) add(at + 11, Math.round(row.ppm_hours * PARTS_OF_AN_HOUR));
      if (row.repair_hours !== null) add(at + 12, Math.round(row.repair_hours * PARTS_OF_AN_HOUR));
    },
    end(): Row[] | null {
      if (tooMany) return null;
      const rows = kinds.map((kind, at) => {
        const row: Record<string, CellValue> = {};
        KIND.forEach((name, of) => {
          row[name] = kind[of] ?? null;
        });
        SUMMED.forEach((name, of) => {
          const sum = sums[at * WIDTH + of] as number;
          row[name] = Number.isNaN(sum) ? null : of < FIRST_HOURS ? sum : sum / PARTS_OF_AN_HOUR;
        });
        return row;
      });
      return rows.sort(inOrder);
    },
  };
}

/** A copy: the cell itself would keep the whole piece of the file from which it was cut. */
const kept = (value: CellValue): CellValue => (typeof value === "string" ? ` ${value}`.slice(1) : value);

/** By each column of the kind in turn, what is not said last. */
function inOrder(one: Row, other: Row): number {
  for (const name of KIND) {
    const [a, b] = [one[name] ?? null, other[name] ?? null];
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -1 : 1;
  }
  return 0;
}
