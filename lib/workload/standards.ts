import type { ValueRange } from "@/lib/statistics/value-range";
import type { Defaults, EvidenceClass } from "./defaults";

/** Hours of a whole-time post's week; `nation` null is every nation without a week of its own. */
export type StandardWeek = {
  nation: string | null;
  from: string | null;
  hours: number;
  evidence: EvidenceClass;
  source: string;
};

/** Of the jobs on devices under one maintenance model, the share that own staff do; hours a year of overseeing each device. */
export type ModelStandard = { planned: ValueRange; repair: ValueRange; oversight: ValueRange };

/** Hours of one job on a device of a category, and repairs that one device has in a year; null has no default. */
export type CategoryStandard = {
  title: string;
  planned: ValueRange | null;
  repair: ValueRange | null;
  acceptance: ValueRange | null;
  decommission: ValueRange | null;
  repairsPerDevice: ValueRange | null;
};

/** Work that is not per device: hours of one unit (null has no default), who usually does it, and whether times of several services may be pooled. */
export type ActivityStandard = {
  activity: string;
  unit: string | null;
  specialisms: readonly string[];
  time: ValueRange | null;
  pooled: boolean;
};

/** Every table that the requirement rests on beside what was sent. */
export type Standards = {
  defaultsOf: (nation: string | null) => Defaults;
  weeks: readonly StandardWeek[];
  models: ReadonlyMap<string, ModelStandard>;
  categories: ReadonlyMap<string, CategoryStandard>;
  activities: ReadonlyMap<string, ActivityStandard>;
  /** The work without which a specialism's people are not compared with their requirement. */
  mainWork: ReadonlyMap<string, readonly string[]>;
  /** Whose work devices of a category are, where it is not equipment management. */
  categorySpecialisms: ReadonlyMap<string, string>;
  /** Share of an activity's hours at registered or degree level, in per cent. */
  registeredPercent: ReadonlyMap<string, number>;
};
