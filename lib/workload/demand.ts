import { atLeast, exactly, quotient, type ValueRange } from "@/lib/statistics/value-range";
import { doubtsOf } from "./doubt";
import { type Binding, binding, type RotaFloor } from "./rota-floor";
import { combined, type Swing } from "./swing";
import type { WorkLine } from "./work-line";

/** What turns hours of work into WTE. */
export type Allowances = {
  /** Available working time of one WTE, hours a year. */
  workingTime: ValueRange;
  /** Time of everybody for work that is not counted by job, per cent. */
  categoryPercent: ValueRange;
  /** CAF = 1 / (1 − category allowance / 100). */
  categoryFactor: ValueRange;
  /** Hours a year that some spend on further duties; null was not sent. */
  individualHours: number | null;
  /** IAF = individual hours / working time, WTE; null was not sent. */
  individualFactor: ValueRange | null;
};

/** What one source of doubt does to the workload by itself. */
export type Sway = {
  /** The time of an activity, how much of it there is, the working time of one WTE, or the category allowance. */
  of: "time" | "volume" | "working_time" | "category_allowance";
  /** Of which activity; null where it is all work. */
  activity: string | null;
  workload: Swing;
};

/** WTE that lines of work ask for: by the workload, and with the floors of rotas; what moves it most comes first. */
export type Demand = { workload: ValueRange; required: ValueRange; binding: Binding; sensitivity: Sway[] };

export function allowances(
  workingTime: ValueRange,
  categoryPercent: ValueRange,
  individualHours: number | null,
): Allowances {
  return {
    workingTime,
    categoryPercent,
    categoryFactor: {
      value: 1 / (1 - categoryPercent.value / 100),
      low: 1 / (1 - categoryPercent.low / 100),
      high: 1 / (1 - categoryPercent.high / 100),
    },
    individualHours,
    individualFactor: individualHours === null ? null : quotient(exactly(individualHours), workingTime),
  };
}

/** workload = Σ hours / AWT × CAF + IAF; required = max(workload, rota floor). Null where no work is counted. */
export function demand(
  lines: readonly WorkLine[],
  { workingTime, categoryFactor, individualHours }: Allowances,
  floor: RotaFloor,
): Demand | null {
  if (lines.length === 0) return null;
  const { hours, doubts } = doubtsOf(lines);
  const at = (of: { hours?: number; time?: number; factor?: number }) =>
    ((of.hours ?? hours) * (of.factor ?? categoryFactor.value) + (individualHours ?? 0)) /
    (of.time ?? workingTime.value);
  const sways: Sway[] = [
    ...doubts.map(({ of, activity, hours: { low, high } }) => ({
      of,
      activity,
      workload: { low: at({ hours: low }), high: at({ hours: high }) },
    })),
    {
      of: "working_time",
      activity: null,
      workload: { low: at({ time: workingTime.high }), high: at({ time: workingTime.low }) },
    },
    {
      of: "category_allowance",
      activity: null,
      workload: { low: at({ factor: categoryFactor.low }), high: at({ factor: categoryFactor.high }) },
    },
  ];
  const workload = combined(
    at({}),
    sways.map((each) => each.workload),
  );
  const { by, least } = binding(workload.value, floor);
  const width = ({ workload: { low, high } }: Sway) => high - low;
  return {
    workload,
    required: atLeast(workload, least),
    binding: by,
    sensitivity: sways.filter((each) => width(each) > 0).sort((a, b) => width(b) - width(a)),
  };
}
