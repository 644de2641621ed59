import type { BaseDimension } from "@/lib/measures/dimension";
import type { MeasureUnit } from "@/lib/measures/measure";

/** What one organisation adds to a measure, in which category of each breakdown that the measure has. */
export type Contribution = {
  organisation: string;
  measure: string;
  /** Whole units (`unitsOf`), so that a sum does not depend on its order. */
  value: number;
  /** Of a modelled value: the least and the most that it may be. */
  bounds?: { low: number; high: number };
  of: Readonly<Partial<Record<BaseDimension, string>>>;
};

/** How many units of account one of each unit is: WTE to the fifth decimal, hours and pounds to the second. */
const SCALES: Readonly<Partial<Record<MeasureUnit, number>>> = { wte: 100_000, hours: 100, pounds: 100 };

export const scaleOf = (unit: MeasureUnit): number => SCALES[unit] ?? 1;

/** A value in whole units of account. */
export const unitsOf = (value: number, unit: MeasureUnit): number => Math.round(value * scaleOf(unit));
