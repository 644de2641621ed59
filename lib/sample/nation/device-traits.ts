/**
 * What devices of a category are like in the sample: years that they are meant to last, price new in pounds, share
 * connected in 2023, and a second setting with the share of them there. Judgement, so that the sample has the breadth
 * of real inventories: no price here is a supplier's.
 */
export type DeviceTraits = {
  lifeYears: number;
  priceGbp: number;
  connected: number;
  /** Where else such devices are, what share of them, and what share of the rest goes there each year. */
  elsewhere: { setting: string; share: number; movesPerYear: number } | null;
};

const to = (setting: string, share: number, movesPerYear = 0) => ({ setting, share, movesPerYear });
const traits = (
  lifeYears: number,
  priceGbp: number,
  connected = 0,
  elsewhere: DeviceTraits["elsewhere"] = null,
): DeviceTraits => ({ lifeYears, priceGbp, connected, elsewhere });

const TRAITS: Readonly<Record<string, DeviceTraits>> = {
  infusion_pump: traits(9, 1700, 0.3, to("ward", 0.3)),
  syringe_pump: traits(9, 1500, 0.25, to("community", 0.2, 0.02)),
  pca_pump: traits(9, 2600, 0.2),
  feeding_pump: traits(7, 700, 0, to("home", 0.3, 0.02)),
  ventilator_critical: traits(10, 24000, 0.5),
  ventilator_transport: traits(9, 9000, 0.1),
  ventilator_home: traits(7, 2500, 0.35),
  anaesthetic_machine: traits(11, 38000, 0.4),
  humidifier: traits(8, 2400),
  patient_monitor: traits(9, 4200, 0.55, to("critical_care", 0.25)),
  central_station: traits(8, 16000, 0.95),
  telemetry: traits(8, 2600, 0.9),
  vital_signs_monitor: traits(8, 1900, 0.4, to("virtual_ward", 0.06, 0.015)),
  pulse_oximeter: traits(6, 420, 0.03, to("home", 0.12, 0.03)),
  defibrillator: traits(10, 7800, 0.15),
  aed: traits(8, 1000, 0.1),
  ecg_recorder: traits(9, 4200, 0.6),
  cardiac_assist: traits(10, 52000, 0.2),
  electrosurgery: traits(11, 9500),
  surgical_laser: traits(10, 48000),
  surgical_light: traits(14, 11000),
  operating_table: traits(14, 28000),
  surgical_robot: traits(10, 1_300_000, 1),
  surgical_navigation: traits(10, 120_000, 0.8),
  endoscopy_stack: traits(8, 45000, 0.5),
  endoscope: traits(7, 26000),
  ultrasound: traits(7, 38000, 0.75, to("community", 0.08, 0.02)),
  xray_mobile: traits(10, 75000, 0.9),
  xray_fixed: traits(11, 190_000, 1),
  ct_scanner: traits(10, 650_000, 1),
  mri_scanner: traits(11, 1_050_000, 1),
  nuclear_medicine: traits(11, 550_000, 1),
  linear_accelerator: traits(11, 2_000_000, 1),
  haemodialysis_machine: traits(9, 14000, 0.4, to("home", 0.1, 0.01)),
  dialysis_water: traits(12, 90000, 0.2),
  infant_incubator: traits(11, 15000, 0.1),
  fetal_monitor: traits(9, 7500, 0.6),
  laboratory_analyser: traits(7, 8200, 0.8),
  sterilisation: traits(14, 65000, 0.3),
  bed_profiling: traits(11, 2300, 0.02, to("community", 0.1, 0.01)),
  patient_hoist: traits(10, 2900),
  wheelchair_powered: traits(7, 4800),
  wheelchair_manual: traits(8, 380),
  assistive_technology: traits(6, 2800, 0.3),
  remote_monitoring_kit: traits(4, 900, 1, to("home", 0.25, 0.03)),
  device_gateway: traits(6, 9500, 1),
  blood_fridge: traits(10, 4600, 0.5),
  weighing_scale: traits(9, 450),
  thermometer: traits(5, 160),
  blood_pressure_monitor: traits(6, 330, 0.02, to("home", 0.05, 0.03)),
};

const USUAL = traits(9, 2000, 0.08);

export const deviceTraits = (category: string): DeviceTraits => TRAITS[category] ?? USUAL;
