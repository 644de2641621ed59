import type { Part, PartName, Row } from "./part";
import { PARTS } from "./parts";
import type { DevicesRow } from "./parts/devices";
import type { FlowsRow } from "./parts/flows";
import type { ProfileRow } from "./parts/profile";
import type { WorkforceRow } from "./parts/workforce";
import { rowKey } from "./row-keys";
import { periodStart } from "./twelve-months";

/**
 * What a file, or the files of a return, come to: sums by name, and the local keys by which lines are found again next
 * year. Added up file by file. A name that is absent was never said; it is not zero.
 */
export type ReturnSums = {
  numbers: ReadonlyMap<string, number>;
  keys: ReadonlyMap<KeyName, ReadonlySet<string>>;
};

type KeyName = "people" | "posts" | "posts_twice" | "devices" | "assets" | "assets_disposed";

/** Keys beyond these are not kept: of so many devices the count alone is compared. */
const MOST_KEYS = 200_000;

/** The specialisms whose technologists and associates work on devices. */
const ON_DEVICES = new Set(["equipment_management", "equipment_library", "community", "renal"]);
const HANDS = new Set(["clinical_technologist", "associate"]);
const CONTRACTED = new Set(["contract_full", "contract_partial", "shared", "warranty", "loan_managed"]);

export const NO_SUMS: ReturnSums = { numbers: new Map(), keys: new Map() };

/** The sums of several files together. */
export function addSums(all: readonly ReturnSums[]): ReturnSums {
  const numbers = new Map<string, number>();
  const keys = new Map<KeyName, Set<string>>();
  /** References of posts that more than one of the files has. */
  const twice = new Set<string>();
  for (const sums of all) {
    for (const [name, value] of sums.numbers) numbers.set(name, (numbers.get(name) ?? 0) + value);
    for (const [name, some] of sums.keys) {
      const known = keys.get(name) ?? new Set();
      for (const key of some) {
        if (name === "posts" && known.has(key)) twice.add(key);
        known.add(key);
      }
      keys.set(name, known);
    }
  }
  if (twice.size > 0) keys.set("posts_twice", twice);
  return { numbers, keys };
}

/**
 * Adds up the rows of one file; the row handed in may be filled again for the next.
 *
 * @param rows of assets: `each` is one device, `summed` a row of like devices, as the database gives them
 */
export function createFileSums(part: PartName, census: string, rows: "each" | "summed" = "each") {
  const numbers = new Map<string, number>();
  const keys = new Map<KeyName, Set<string>>();
  const add = (name: string, value: number | null): void => {
    if (value !== null) numbers.set(name, (numbers.get(name) ?? 0) + value);
  };
  const addKey = (name: KeyName, key: string | null): void => {
    if (key === null) return;
    const known = keys.get(name) ?? new Set();
    if (known.size < MOST_KEYS) known.add(` ${key}`.slice(1));
    keys.set(name, known);
  };

  const workforce = (row: WorkforceRow): void => {
    const { line_type, establishment_wte, in_post_wte, afc_band, role, specialism } = row;
    add(line_type === "budget" ? "establishment_on_budgets" : "establishment_on_lines", establishment_wte);
    const post = rowKey("workforce", row);
    addKey("posts", post);
    if (post === null) add("posts_without_key", 1);
    if (line_type !== "person" && line_type !== "group") return;
    add("in_post_wte", in_post_wte);
    add(`band_wte ${afc_band}`, in_post_wte);
    if (HANDS.has(role ?? "") && ON_DEVICES.has(specialism ?? "")) add("device_staff_wte", in_post_wte);
    if (line_type === "person" && row.person_key !== null) addKey("people", row.person_key);
    else add("people_without_key", line_type === "person" ? 1 : row.headcount);
  };

  const devices = (row: DevicesRow): void => {
    const { device_count_start: start, device_count_end: end, added, disposed } = row;
    add("devices", end);
    const moves = [added, disposed, row.transferred_in, row.transferred_out];
    if (moves.some((move) => move !== null)) {
      const moved = (added ?? 0) + (row.transferred_in ?? 0) - (disposed ?? 0) - (row.transferred_out ?? 0);
      // Where a row says no start, last year's end stands for it.
      add("devices_moved", moved);
      if (start !== null) add("devices_expected", start + moved);
      if (start !== null) add("devices_found", end ?? 0);
    }
    add("device_hours", row.ppm_hours);
    add("device_hours", row.repair_hours);
    if (CONTRACTED.has(row.maintenance_model ?? "") || (row.contract_cost_gbp ?? 0) > 0) add("contracts", 1);
  };

  /** Single devices, or like ones summed: no start is known of them, and a change only where a date was said. */
  const summed = (row: Row): void => {
    const { added, disposed } = row as Record<string, number | null>;
    devices({
      ...(row as unknown as DevicesRow),
      device_count_start: null,
      added: added ?? null,
      disposed: disposed || (added ?? null) === null ? disposed || null : 0,
      transferred_in: null,
      transferred_out: null,
      contract_cost_gbp: null,
    });
  };

  const asset = (row: Row): void => {
    const { commissioned, disposed } = row as Record<string, string | null>;
    const since = periodStart(census);
    const here = !disposed || disposed > census;
    addKey(here ? "assets" : "assets_disposed", rowKey("assets", row));
    summed({
      ...row,
      device_count_end: here ? 1 : 0,
      added: commissioned ? Number(commissioned >= since) : null,
      disposed: !here && disposed >= since ? 1 : 0,
    });
  };

  const flows = ({ direction, headcount }: FlowsRow): void => {
    add("flows", headcount);
    if (direction === "joiner" || direction === "leaver") add(`${direction}s`, headcount);
  };

  const profile = (row: ProfileRow): void => {
    add("ledger_wte", row.establishment_ledger_wte);
    if (row.establishment_ledger_wte === null) add("units_without_ledger", 1);
    if (row.sufficiency !== null && row.sufficiency <= 2) add("not_sufficient", 1);
    const { available_days, bank_holidays, annual_leave_days, sickness_days, other_absence_days } = row;
    if (available_days === null || annual_leave_days === null) return;
    const off = (bank_holidays ?? 0) + annual_leave_days + (sickness_days ?? 0) + (other_absence_days ?? 0);
    const hours = row.hours_per_day ?? (row.standard_hours_per_week ?? 37.5) / 5;
    add("hours_of_a_wte", (available_days - off) * hours);
    add("units_with_hours", 1);
  };

  const takers: Partial<Record<PartName, (row: never) => void>> = {
    workforce,
    devices,
    assets: rows === "summed" ? summed : asset,
    flows,
    profile,
  };
  const take = takers[part] as ((row: Row) => void) | undefined;
  const marked = part === "workforce" || part === "devices";
  const markOf = createMark(PARTS[part]);
  return {
    take(row: Row): void {
      add(`rows ${part}`, 1);
      if (part === "devices") addKey("devices", rowKey("devices", row));
      // Rows of a million devices are not marked: it would cost more than reading them.
      if (marked) add(`mark ${part}`, markOf(row));
      take?.(row);
    },
    end(): ReturnSums {
      // Beside budget lines the establishment of other lines adds nothing; which holds is known when the file ends.
      const establishment =
        numbers.get("establishment_on_budgets") ?? numbers.get("establishment_on_lines") ?? null;
      add("establishment_wte", establishment);
      return { numbers, keys };
    },
  };
}

/** A number that tells a row from another in any value but its dates; added up, it tells files apart in any order. */
function createMark({ columns }: Part) {
  const names = columns.filter(({ equals }) => equals === undefined).map(({ name }) => name);
  return (row: Row): number => {
    const text = JSON.stringify(names.map((name) => row[name] ?? null));
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash >>> 0;
  };
}

/** Keyed posts or devices of last year, and how many of them are not found again. */
export type Lost = {
  missing: number;
  of: number;
  /** Rows that have no key now beyond those that had none last year: as many of last year's may be among them. */
  unkeyed?: number;
  /** Keys that last year did not have. */
  fresh?: number;
};

/**
 * How many of last year's keys this year's files do not have, less rows that lost their key: those are not known to be
 * gone. Null where either has none, or more than are kept.
 * A device that is told to be disposed of is in the file.
 */
export function lostKeys(
  now: ReturnSums,
  before: ReturnSums | null,
  name: "posts" | "devices" | "assets",
): Lost | null {
  const kept = (sums: ReturnSums | null, of: KeyName) => sums?.keys.get(of) ?? new Set<string>();
  const [then, here, disposed] = [kept(before, name), kept(now, name), kept(now, "assets_disposed")];
  const there = name === "assets" ? [here, disposed] : [here];
  if (then.size === 0 || there.every(({ size }) => size === 0)) return null;
  if ([then, ...there].some(({ size }) => size >= MOST_KEYS)) return null;
  let missing = 0;
  for (const key of then) if (!there.some((keys) => keys.has(key))) missing++;
  let fresh = 0;
  // Single devices come and go by the thousand, and the database that matches them does not count these.
  if (name !== "assets") for (const key of here) if (!then.has(key)) fresh++;
  const unkeyedIn = (sums: ReturnSums | null) =>
    name === "posts" ? (sums?.numbers.get("posts_without_key") ?? 0) : 0;
  const unkeyed = Math.min(missing, Math.max(0, unkeyedIn(now) - unkeyedIn(before)));
  return { missing: missing - unkeyed, of: then.size, unkeyed, fresh };
}

/** People in post: one person with several posts is one, by their key. Null where no workforce was read. */
export function peopleIn({ numbers, keys }: ReturnSums): number | null {
  const keyed = keys.get("people")?.size;
  const others = numbers.get("people_without_key");
  return keyed === undefined && others === undefined ? null : (keyed ?? 0) + (others ?? 0);
}
