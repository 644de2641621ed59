/** Hours of a planned job and of a repair, and repairs of one device in a year. */
type Times = { ppmHours: number; repairHours: number; repairsPerDeviceYear: number };

/**
 * Of categories for which the project has no default, since such devices differ too much from place to place: what the
 * sample's teams take over them. Judgement.
 */
export const TIMES_WITHOUT_DEFAULT: Readonly<Record<string, Times>> = {
  linear_accelerator: { ppmHours: 24, repairHours: 8, repairsPerDeviceYear: 20 },
  nuclear_medicine: { ppmHours: 12, repairHours: 8, repairsPerDeviceYear: 4 },
  ct_scanner: { ppmHours: 10, repairHours: 8, repairsPerDeviceYear: 4 },
  mri_scanner: { ppmHours: 10, repairHours: 8, repairsPerDeviceYear: 4 },
  xray_fixed: { ppmHours: 8, repairHours: 6, repairsPerDeviceYear: 2 },
  surgical_robot: { ppmHours: 10, repairHours: 6, repairsPerDeviceYear: 3 },
  dialysis_water: { ppmHours: 12, repairHours: 8, repairsPerDeviceYear: 4 },
};
