import { AVAILABILITY_MEASURES } from "./availability-measures";
import { DEVICE_MEASURES } from "./device-measures";
import type { Measure } from "./measure";
import { MOVEMENT_MEASURES } from "./movement-measures";
import { POST_MEASURES, VACANCY_RATES } from "./post-measures";
import { REGISTRATION_MEASURES } from "./registration-measures";
import { RESPONSE_MEASURES } from "./response-measures";
import { SERVICE_MEASURES } from "./service-measures";
import { STAFF_MEASURES } from "./staff-measures";
import { TRAINING_MEASURES } from "./training-measures";
import { VACANCY_BAND_MEASURE } from "./vacancy-band";
import { WORKLOAD_MEASURES } from "./workload-measures";

/** Every measure, in the order in which a person reads them. A new measure is one entry in one of these tables. */
export const MEASURES: readonly Measure[] = [
  ...POST_MEASURES,
  ...VACANCY_RATES,
  VACANCY_BAND_MEASURE,
  ...STAFF_MEASURES,
  ...AVAILABILITY_MEASURES,
  ...REGISTRATION_MEASURES,
  ...TRAINING_MEASURES,
  ...MOVEMENT_MEASURES,
  ...DEVICE_MEASURES,
  ...WORKLOAD_MEASURES,
  ...SERVICE_MEASURES,
  ...RESPONSE_MEASURES,
];

const BY_ID = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** The measure of an address segment, or undefined: addresses come from outside. */
export const measureById = (id: string): Measure | undefined => BY_ID.get(id);

/** The measure of an id that our own tables name; an unknown one is a bug. */
export function knownMeasure(id: string): Measure {
  const measure = BY_ID.get(id);
  if (measure === undefined) throw new Error(`No measure is called ${id}`);
  return measure;
}
