import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { csvLines, type Line } from "./csv-lines";

/** A number that may be off: as it is, at its least, at its most. */
export type Range = readonly [middle: number, least: number, most: number];

/** The committed tables of standard times, by a reading of the tests' own. */
const linesOf = (file: string): Line[] =>
  csvLines(readFileSync(fileURLToPath(new URL(`../../data/${file}`, import.meta.url)), "utf8"));
const by = (lines: readonly Line[], column: string) =>
  new Map(lines.map((line) => [line[column] ?? "", line]));

const CATEGORIES = by(linesOf("reference/categories.csv"), "code");
const ACTIVITIES = by(linesOf("standards/activities.csv"), "activity");
const MODELS = by(linesOf("standards/maintenance-models.csv"), "model");
const SPECIALISMS = by(linesOf("standards/specialisms.csv"), "specialism");
const OF_CATEGORY = by(linesOf("standards/category-specialisms.csv"), "category");
const DEFAULTS = linesOf("standards/defaults.csv");
const WEEKS = linesOf("standards/standard-weeks.csv");

const rangeOf = (line: Line | undefined, column: string): Range | null =>
  line?.[column]
    ? [Number(line[column]), Number(line[`${column}_low`]), Number(line[`${column}_high`])]
    : null;
const surely = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new Error(`The committed tables have no ${what}`);
  return value;
};

/** Of a device category: `ppm_hours`, `repairs_per_device_year` and the like; null where it has no default. */
export const ofCategory = (category: string, column: string): Range | null =>
  rangeOf(CATEGORIES.get(category), column);

/** The share of jobs that own staff do (`planned_share`, `repair_share`) and `oversight_hours` of a maintenance model. */
export const ofModel = (model: string, column: string): Range =>
  surely(rangeOf(MODELS.get(model), column), `${column} of ${model}`);

/** Hours of one unit of an activity, where they are a default and are of that unit. */
export const ofActivity = (activity: string, unit: string): Range | null =>
  ACTIVITIES.get(activity)?.unit === unit ? rangeOf(ACTIVITIES.get(activity), "hours") : null;

export const mayBePooled = (activity: string): boolean => ACTIVITIES.get(activity)?.pooled === "yes";

/** The work without which a specialism's people are not compared. */
export const mainWorkOf = (specialism: string): string[] =>
  (SPECIALISMS.get(specialism)?.main_work ?? "").split(";").filter((work) => work !== "");

export const specialismOf = (category: string): string | undefined => OF_CATEGORY.get(category)?.specialism;

/** What stands in for a column of the profile: of the nation, else of every nation. */
export function defaultOf(id: string, nation: string): Range {
  const all = DEFAULTS.filter((line) => line.id === id);
  const line = all.find((one) => one.nation === nation) ?? all.find((one) => one.nation === "");
  const { value, low, high } = surely(line, id);
  return [Number(value), Number(low), Number(high)];
}

/** Hours of a whole-time post's week in a nation on a date. */
export function weekOf(nation: string, date: string): number {
  const own = WEEKS.filter((line) => line.nation === nation);
  const inForce = (own.length > 0 ? own : WEEKS.filter((line) => line.nation === ""))
    .filter(({ from = "" }) => from <= date)
    .map(({ from = "", hours_per_week }) => ({ from, hours: Number(hours_per_week) }));
  return surely(inForce.sort((a, b) => a.from.localeCompare(b.from)).at(-1)?.hours, `week of ${nation}`);
}
