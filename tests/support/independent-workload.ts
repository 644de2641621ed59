import { csvLines, type Line } from "./csv-lines";
import { assetLine } from "./independent-devices";
import type { SentFile } from "./independent-figures";
import { defaultOf, mainWorkOf, type Range, weekOf } from "./independent-standards";
import { type PooledHours, pooledHours } from "./independent-times";
import { type Work, workOfActivity, workOnDevices } from "./independent-work";

/** What the work of a service asks for, by the second, separate way; WTE and hours. */
export type IndependentWorkload = {
  required: Range;
  compared: Range;
  comparedInPost: number;
  deviceHours: number;
  hours: number;
  illustrativeHours: number;
};

export type ServiceFiles = {
  organisation: string;
  nation: string;
  census: string;
  files: readonly SentFile[];
};

/**
 * The requirement of every service whose files these are, from their text, the committed tables and the words of
 * docs/method/requirement.md alone: with nothing of lib/workload. A service without staff or devices, or of whose staff
 * nobody's main work is counted, has none.
 */
export function independentWorkloads(services: readonly ServiceFiles[]): Map<string, IndependentWorkload> {
  const read = services.map(({ files, ...service }) => {
    const lines = (part: string) =>
      files.filter((file) => file.part === part).flatMap(({ text }) => csvLines(text));
    const devices = [...lines("devices"), ...lines("assets").map(assetWork)];
    return {
      ...service,
      devices,
      activities: lines("activities"),
      staff: lines("workforce"),
      units: lines("profile"),
    };
  });
  const pooled = pooledHours(
    read.flatMap(({ devices }) => devices),
    read.flatMap(({ activities }) => activities),
  );
  return new Map(
    read.flatMap((service) => {
      const found = workloadOf(service, pooled);
      return found ? [[service.organisation, found]] : [];
    }),
  );
}

type Service = Omit<ServiceFiles, "files"> & Record<"devices" | "activities" | "staff" | "units", Line[]>;

function workloadOf(service: Service, pooled: PooledHours): IndependentWorkload | null {
  const { devices, activities, staff } = service;
  if (devices.length === 0 || staff.length === 0) return null;
  const onDevices = devices.flatMap((row) => workOnDevices(row, pooled));
  const work = [...onDevices, ...activities.flatMap((row) => workOfActivity(row, pooled))];
  const inPost = new Map<string, number>();
  for (const { line_type, specialism = "", in_post_wte } of staff)
    if (line_type === "person" || line_type === "group")
      inPost.set(specialism, (inPost.get(specialism) ?? 0) + Number(in_post_wte || 0));
  const employed = [...inPost].filter(([, wte]) => wte > 1e-9).map(([specialism]) => specialism);
  const isCounted = (specialism: string) =>
    work.some(
      (one) =>
        hoursOf([one]) > 0 &&
        one.specialisms.includes(specialism) &&
        mainWorkOf(specialism).includes(one.activity),
    );
  const alone = employed.filter((specialism) => !isCounted(specialism));
  const compared = employed.filter(isCounted);
  if (compared.length === 0) return null;
  const like = work.filter(({ specialisms }) => !specialisms.every((one) => alone.includes(one)));
  const handsOn = onDevices.filter(({ activity }) => activity !== "contract_oversight");
  const least = floorOf(service, hoursOf(handsOn) > 0);
  return {
    required: requiredFor(work, service, least),
    compared: requiredFor(like, service, least),
    comparedInPost: compared.reduce((sum, specialism) => sum + (inPost.get(specialism) ?? 0), 0),
    deviceHours: hoursOf(onDevices),
    hours: hoursOf(work),
    illustrativeHours: hoursOf(work.filter(({ illustrative }) => illustrative)),
  };
}

const MIDDLE = 0;
const hoursOf = (work: readonly Work[], units: 0 | 1 | 2 = MIDDLE, each: 0 | 1 | 2 = MIDDLE): number =>
  work.reduce((sum, one) => sum + one.units[units] * one.hours[each], 0);

/** max(Σ hours / AWT × CAF + IAF, rota floor), with each source of doubt at its least and most by itself. */
function requiredFor(work: readonly Work[], { units, nation, census }: Service, least: number): Range {
  const column = (name: string): Range => meanOf(units, name) ?? defaultOf(name, nation);
  const off = ["bank_holidays", "annual_leave_days", "sickness_days", "other_absence_days"].map(column);
  const available = column("available_days");
  const week = meanOf(units, "standard_hours_per_week")?.[MIDDLE] ?? weekOf(nation, census);
  const perDay = meanOf(units, "hours_per_day")?.[MIDDLE] ?? week / 5;
  const working = (at: 0 | 1 | 2, offAt: 0 | 1 | 2) =>
    perDay * off.reduce((days, range) => days - range[offAt], available[at]);
  const allowance = column("category_allowance_percent");
  const individual = units.reduce((sum, unit) => sum + Number(unit.individual_allowance_hours || 0), 0);
  const wte = (hours: number, percent = allowance[MIDDLE], time = working(0, 0)) =>
    hours / time / (1 - percent / 100) + individual / time;

  const all = hoursOf(work);
  const swings = [...new Set(work.map(({ activity }) => activity))].flatMap((activity) => {
    const these = work.filter((one) => one.activity === activity);
    const other = all - hoursOf(these);
    return [
      [wte(other + hoursOf(these, 0, 1)), wte(other + hoursOf(these, 0, 2))],
      [wte(other + hoursOf(these, 1, 0)), wte(other + hoursOf(these, 2, 0))],
    ] as const;
  });
  const middle = wte(all);
  const ends = [
    ...swings,
    [wte(all, undefined, working(2, 1)), wte(all, undefined, working(1, 2))],
    [wte(all, allowance[1]), wte(all, allowance[2])],
  ] as const;
  const apart = (end: 0 | 1) => Math.hypot(...ends.map((pair) => Math.log(pair[end] / middle)));
  return [
    Math.max(least, middle),
    Math.max(least, middle * Math.exp(-apart(0))),
    Math.max(least, middle * Math.exp(apart(1))),
  ];
}

/** The mean over the units that gave it, by their establishment where all of those gave that; null where none did. */
function meanOf(units: readonly Line[], column: string): Range | null {
  const gave = units.filter((unit) => unit[column]);
  if (gave.length === 0) return null;
  const weighted = gave.every((unit) => Number(unit.establishment_ledger_wte || 0) > 0);
  const weight = (unit: Line) => (weighted ? Number(unit.establishment_ledger_wte) : 1);
  const whole = gave.reduce((sum, unit) => sum + weight(unit), 0);
  const mean = gave.reduce((sum, unit) => sum + weight(unit) * Number(unit[column]), 0) / whole;
  return [mean, mean, mean];
}

/** The least number of people: the on-call rotas of all units, or two where own staff maintain devices. */
function floorOf({ units, nation }: Service, maintains: boolean): number {
  const rotas = units.map(({ on_call = "", on_call_rota_people: people }) =>
    on_call === "full" || on_call === "weekday"
      ? people
        ? Number(people)
        : defaultOf(`on_call_people_${on_call}`, nation)[MIDDLE]
      : 0,
  );
  const onCall = rotas.reduce((sum, people) => sum + people, 0);
  return Math.max(onCall, maintains ? defaultOf("lone_working_people", nation)[MIDDLE] : 0);
}

/** An asset as a line of devices, with whether it came or went in the twelve months. */
function assetWork(row: Line): Line {
  const { census_date: census = "", commissioned = "", disposed = "" } = row;
  const yearBefore = `${Number(census.slice(0, 4)) - 1}${census.slice(4)}`;
  const inYear = (date: string) => (date > yearBefore && date <= census ? "1" : "0");
  return { ...assetLine(row), added: inYear(commissioned), disposed: inYear(disposed) };
}
