import { atLeast, exactly, type Interval, product, quotient, sum } from "./interval";
import { type Binding, binding, type RotaFloor } from "./rota-floor";
import type { WorkLine } from "./work-line";

/** What turns hours of work into WTE. */
export type Allowances = {
  /** Available working time of one WTE, hours a year. */
  workingTime: Interval;
  /** Time of everybody for work that is not counted by job, per cent. */
  categoryPercent: Interval;
  /** CAF = 1 / (1 − category allowance / 100). */
  categoryFactor: Interval;
  /** Hours a year that some spend on further duties; null was not sent. */
  individualHours: number | null;
  /** IAF = individual hours / working time, WTE; null was not sent. */
  individualFactor: Interval | null;
};

/** WTE that lines of work ask for: by the workload, and with the floors of rotas. */
export type Demand = { workload: Interval; required: Interval; binding: Binding };

export function allowances(
  workingTime: Interval,
  categoryPercent: Interval,
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
  { workingTime, categoryFactor, individualFactor }: Allowances,
  floor: RotaFloor,
): Demand | null {
  if (lines.length === 0) return null;
  const basic = quotient(hoursOf(lines), workingTime);
  const workload = sum([product(basic, categoryFactor), individualFactor ?? exactly(0)]);
  const { by, least } = binding(workload.value, floor);
  return { workload, required: atLeast(workload, least), binding: by };
}

export const hoursOf = (lines: readonly WorkLine[]): Interval =>
  sum(lines.map(({ hours, low, high }) => ({ value: hours, low, high })));
