/** Groups of categories as the disclosure method has them, by fine dimension: the tests' own table. */
export const GROUPS: Readonly<Record<string, [dimension: string, of: Record<string, string>]>> = {
  role: [
    "role4",
    {
      clinical_scientist: "scientists_and_engineers",
      professional_engineer: "scientists_and_engineers",
      clinical_technologist: "technologists",
      associate: "associates_and_trainees",
      trainee: "associates_and_trainees",
      manager: "managers_and_support",
      support: "managers_and_support",
    },
  ],
  band: [
    "band4",
    {
      ...{ 2: "2_to_4", 3: "2_to_4", 4: "2_to_4", 5: "5_to_6", 6: "5_to_6", 7: "7_to_8a", "8a": "7_to_8a" },
      ...{ "8b": "8b_and_above", "8c": "8b_and_above", "8d_9": "8b_and_above", other: "8b_and_above" },
    },
  ],
  age: [
    "age3",
    {
      ...{ under_25: "under_35", "25_34": "under_35", "35_44": "35_to_54", "45_54": "35_to_54" },
      ...{ "55_64": "55_and_over", "65_plus": "55_and_over" },
    },
  ],
  register: [
    "register3",
    {
      ...{ hcpc: "registered", ceng: "registered", ieng: "registered", engtech: "registered" },
      ...{ rct: "registered", ahcs: "registered", none: "not_registered", unknown: "unknown" },
    },
  ],
  specialism: [
    "specialism4",
    {
      equipment_management: "equipment",
      device_governance: "equipment",
      equipment_library: "equipment",
      community: "equipment",
      rehabilitation: "rehabilitation_and_measurement",
      clinical_measurement: "rehabilitation_and_measurement",
      renal: "renal_and_radiation",
      radiation: "renal_and_radiation",
      device_design: "design_and_computing",
      clinical_computing: "design_and_computing",
      connectivity: "design_and_computing",
      other: "design_and_computing",
    },
  ],
};

export const bandOf = (band = ""): string => (band === "8d" || band === "9" ? "8d_9" : band);

export function ageOf(band = ""): string {
  if (band === "unknown" || band === "under_25") return band;
  const from = Number(band.slice(0, 2));
  if (from >= 65) return "65_plus";
  const ten = from - ((from - 25) % 10);
  return `${ten}_${ten + 9}`;
}

/** The highest register of a list, in the method's order. */
export function registerOf(list = ""): string {
  const held = list.split(";");
  if (list === "") return "unknown";
  if (held.includes("hcpc_clinical_scientist")) return "hcpc";
  return ["ceng", "ieng", "engtech", "rct", "ahcs"].find((one) => held.includes(one)) ?? "none";
}

const STEPS_UP: Readonly<Record<string, string>> = {
  ...{
    "2>3": "2_to_3",
    "3>4": "3_to_4",
    "4>5": "4_to_5",
    "5>6": "5_to_6",
    "6>7": "6_to_7",
    "7>8a": "7_to_8a",
  },
  ...{ "8a>8b": "8a_to_8b", "8b>8c": "8b_to_8c", "8c>8d": "8c_to_9", "8d>9": "8c_to_9" },
};

/** A move from band to band as the method has it. Band codes sort as the bands stand. */
export function stepOf(from = "", to = ""): string {
  if (from === "" || to === "" || from === to) return "unknown";
  if (from === "other" || to === "other") return "other_pay";
  return STEPS_UP[`${from}>${to}`] ?? (to > from ? "further_up" : "down");
}
