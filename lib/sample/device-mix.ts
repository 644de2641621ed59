/** How a category is looked after, in shares of its devices: the first is the usual one. */
type Maintenance = readonly (readonly [string, number])[];

const IN_HOUSE: Maintenance = [["in_house", 1]];
const SOME_WARRANTY: Maintenance = [
  ["in_house", 0.88],
  ["warranty", 0.12],
];
const SOME_CONTRACT: Maintenance = [
  ["in_house", 0.75],
  ["contract_partial", 0.25],
];
const SHARED: Maintenance = [
  ["shared", 0.6],
  ["contract_full", 0.4],
];
const CONTRACT: Maintenance = [["contract_full", 1]];
const ON_LOAN: Maintenance = [
  ["in_house", 0.9],
  ["loan_managed", 0.1],
];
const UNMAINTAINED: Maintenance = [
  ["none", 0.8],
  ["in_house", 0.2],
];

export type DeviceShare = {
  category: string;
  /** Devices in ten thousand of an organisation's, by the list that its kind has; absent is none. */
  perTenThousand: Partial<Record<"acute" | "mental_health" | "community" | "ambulance", number>>;
  maintenance: Maintenance;
  setting: string;
  /** Yearly growth of the number of devices. */
  growth: number;
};

const share = (
  category: string,
  [acute, mental_health, community, ambulance]: readonly [number, number, number, number],
  maintenance: Maintenance,
  setting: string,
  growth = 0.02,
): DeviceShare => ({
  category,
  perTenThousand: { acute, mental_health, community, ambulance },
  maintenance,
  setting,
  growth,
});

/** Which devices an organisation has, by kind: judgement, so that the sample has the breadth of real inventories. */
export const DEVICE_MIX: readonly DeviceShare[] = [
  share("infusion_pump", [900, 0, 120, 60], ON_LOAN, "pooled_library"),
  share("syringe_pump", [700, 40, 700, 250], ON_LOAN, "pooled_library", 0.03),
  share("pca_pump", [60, 0, 0, 0], IN_HOUSE, "ward"),
  share("feeding_pump", [120, 60, 250, 0], IN_HOUSE, "ward"),
  share("ventilator_critical", [50, 0, 0, 0], SOME_CONTRACT, "critical_care", 0.01),
  share("ventilator_transport", [20, 0, 0, 450], SOME_CONTRACT, "emergency", 0.01),
  share("ventilator_home", [150, 0, 350, 0], IN_HOUSE, "home", 0.05),
  share("anaesthetic_machine", [45, 0, 0, 0], SOME_CONTRACT, "theatre", 0),
  share("humidifier", [150, 0, 40, 0], IN_HOUSE, "critical_care"),
  share("patient_monitor", [700, 60, 40, 900], SOME_WARRANTY, "ward", 0.03),
  share("central_station", [25, 0, 0, 0], SOME_CONTRACT, "ward"),
  share("telemetry", [120, 0, 0, 0], IN_HOUSE, "ward", 0.04),
  share("vital_signs_monitor", [500, 700, 500, 200], SOME_WARRANTY, "ward", 0.04),
  share("pulse_oximeter", [350, 500, 700, 900], IN_HOUSE, "mixed_unknown"),
  share("defibrillator", [120, 20, 10, 900], IN_HOUSE, "emergency", 0.01),
  share("aed", [80, 400, 250, 1400], IN_HOUSE, "mixed_unknown", 0.05),
  share("ecg_recorder", [120, 250, 120, 300], IN_HOUSE, "outpatient"),
  share("cardiac_assist", [4, 0, 0, 0], CONTRACT, "theatre", 0),
  share("electrosurgery", [60, 0, 0, 0], IN_HOUSE, "theatre", 0.01),
  share("surgical_laser", [8, 0, 0, 0], CONTRACT, "theatre", 0),
  share("surgical_light", [70, 0, 0, 0], IN_HOUSE, "theatre", 0),
  share("operating_table", [60, 0, 0, 0], SOME_CONTRACT, "theatre", 0),
  share("surgical_robot", [2, 0, 0, 0], CONTRACT, "theatre", 0.15),
  share("surgical_navigation", [15, 0, 0, 0], CONTRACT, "theatre", 0.03),
  share("suction_unit", [500, 250, 200, 1300], IN_HOUSE, "mixed_unknown", 0.01),
  share("endoscopy_stack", [30, 0, 0, 0], SOME_CONTRACT, "outpatient"),
  share("endoscope", [200, 0, 0, 0], CONTRACT, "outpatient"),
  share("ultrasound", [130, 20, 180, 20], SOME_CONTRACT, "outpatient", 0.05),
  share("xray_mobile", [25, 0, 0, 0], SHARED, "imaging", 0.01),
  share("xray_fixed", [15, 0, 0, 0], SHARED, "imaging", 0),
  share("ct_scanner", [4, 0, 0, 0], CONTRACT, "imaging"),
  share("mri_scanner", [3, 0, 0, 0], CONTRACT, "imaging"),
  share("nuclear_medicine", [2, 0, 0, 0], CONTRACT, "imaging", 0),
  share("linear_accelerator", [3, 0, 0, 0], SHARED, "radiotherapy", 0),
  share("haemodialysis_machine", [80, 0, 0, 0], IN_HOUSE, "renal", 0.02),
  share("dialysis_water", [3, 0, 0, 0], SHARED, "renal", 0),
  share("infant_incubator", [60, 0, 0, 0], IN_HOUSE, "maternity_neonatal", 0),
  share("fetal_monitor", [60, 0, 30, 0], IN_HOUSE, "maternity_neonatal", 0),
  share("physiotherapy", [60, 60, 250, 0], IN_HOUSE, "outpatient", 0),
  share("audiology", [25, 0, 120, 0], SOME_CONTRACT, "outpatient"),
  share("ophthalmology", [70, 0, 60, 0], SOME_CONTRACT, "outpatient"),
  share("dental", [15, 20, 180, 0], SOME_CONTRACT, "community"),
  share("laboratory_analyser", [150, 150, 120, 300], CONTRACT, "mixed_unknown", 0.04),
  share("sterilisation", [20, 0, 10, 0], CONTRACT, "mixed_unknown", 0),
  share("bed_profiling", [1100, 1800, 700, 0], SHARED, "ward", 0),
  share("patient_hoist", [120, 350, 400, 0], IN_HOUSE, "ward", 0.01),
  share("wheelchair_powered", [30, 0, 250, 0], IN_HOUSE, "community", 0.03),
  share("wheelchair_manual", [100, 60, 500, 500], UNMAINTAINED, "community"),
  share("assistive_technology", [10, 20, 200, 0], IN_HOUSE, "home", 0.04),
  share("remote_monitoring_kit", [150, 100, 600, 60], SOME_WARRANTY, "virtual_ward", 0.12),
  share("device_gateway", [5, 4, 6, 8], SOME_CONTRACT, "mixed_unknown", 0.08),
  share("weighing_scale", [300, 900, 500, 40], UNMAINTAINED, "mixed_unknown", 0.01),
  share("thermometer", [800, 1300, 1100, 900], UNMAINTAINED, "mixed_unknown", 0.01),
  share("blood_pressure_monitor", [500, 1600, 1200, 600], UNMAINTAINED, "mixed_unknown", 0.02),
  share("blood_fridge", [80, 200, 60, 60], IN_HOUSE, "mixed_unknown", 0.01),
  share("test_equipment", [60, 40, 60, 120], IN_HOUSE, "mixed_unknown", 0.01),
  share("other_high", [100, 20, 40, 100], SOME_CONTRACT, "mixed_unknown"),
  share("other_medium", [400, 400, 400, 300], IN_HOUSE, "mixed_unknown"),
  share("other_low", [500, 800, 700, 300], UNMAINTAINED, "mixed_unknown"),
];
