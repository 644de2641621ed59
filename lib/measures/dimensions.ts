import { ACCREDITATIONS, BOARDS_SAT_ON, ON_CALL, REPORTING_LINES } from "@/lib/returns/codes/service";
import { TRAINING_FUNDING, TRAINING_PROGRAMMES } from "@/lib/returns/codes/training";
import type { Category, Dimension } from "./dimension";

const each = (...pairs: readonly (readonly [string, string])[]): Category[] =>
  pairs.map(([id, title]) => ({ id, title, of: [id] }));

const group = (id: string, title: string, ...of: string[]): Category => ({ id, title, of });

/** A category as the return's own code has it. */
const oneOf = ({ value, title }: { value: string; title: string }): Category => ({
  id: value,
  title,
  of: [value],
});

/**
 * The breakdowns. A coarse one groups the categories of a fine one, so the same people are the same cell in both.
 * Order matters: it is the order of tables, and neighbours in it are what small categories merge with.
 */
export const DIMENSIONS: readonly Dimension[] = [
  {
    id: "role",
    title: "Role",
    base: "role",
    categories: each(
      ["clinical_scientist", "Clinical scientists"],
      ["professional_engineer", "Professional engineers"],
      ["clinical_technologist", "Clinical technologists"],
      ["associate", "Associates"],
      ["trainee", "Trainees"],
      ["manager", "Managers"],
      ["support", "Support staff"],
    ),
  },
  {
    id: "role4",
    title: "Role, four groups",
    base: "role",
    categories: [
      group(
        "scientists_and_engineers",
        "Scientists and engineers",
        "clinical_scientist",
        "professional_engineer",
      ),
      group("technologists", "Technologists", "clinical_technologist"),
      group("associates_and_trainees", "Associates and trainees", "associate", "trainee"),
      group("managers_and_support", "Managers and support", "manager", "support"),
    ],
  },
  {
    id: "band",
    title: "Pay band",
    base: "band",
    categories: each(
      ["2", "Band 2"],
      ["3", "Band 3"],
      ["4", "Band 4"],
      ["5", "Band 5"],
      ["6", "Band 6"],
      ["7", "Band 7"],
      ["8a", "Band 8a"],
      ["8b", "Band 8b"],
      ["8c", "Band 8c"],
      ["8d_9", "Bands 8d and 9"],
      ["other", "Other pay"],
    ),
  },
  {
    id: "band4",
    title: "Pay band, four groups",
    base: "band",
    categories: [
      group("2_to_4", "Bands 2 to 4", "2", "3", "4"),
      group("5_to_6", "Bands 5 and 6", "5", "6"),
      group("7_to_8a", "Bands 7 and 8a", "7", "8a"),
      group("8b_and_above", "Band 8b and above, other pay", "8b", "8c", "8d_9", "other"),
    ],
  },
  {
    id: "age",
    title: "Age",
    base: "age",
    unknown: "unknown",
    categories: each(
      ["under_25", "Under 25"],
      ["25_34", "25 to 34"],
      ["35_44", "35 to 44"],
      ["45_54", "45 to 54"],
      ["55_64", "55 to 64"],
      ["65_plus", "65 and over"],
      ["unknown", "Age not known"],
    ),
  },
  {
    id: "age3",
    title: "Age, three groups",
    base: "age",
    /** People of unknown age are in the total only. */
    partial: true,
    categories: [
      group("under_35", "Under 35", "under_25", "25_34"),
      group("35_to_54", "35 to 54", "35_44", "45_54"),
      group("55_and_over", "55 and over", "55_64", "65_plus"),
    ],
  },
  {
    id: "register",
    title: "Highest registration",
    base: "register",
    unknown: "unknown",
    categories: each(
      ["hcpc", "HCPC clinical scientist"],
      ["ceng", "Chartered Engineer"],
      ["ieng", "Incorporated Engineer"],
      ["engtech", "Engineering Technician"],
      ["rct", "Register of Clinical Technologists"],
      ["ahcs", "Academy for Healthcare Science"],
      ["none", "Not registered"],
      ["unknown", "Registration not known"],
    ),
  },
  {
    id: "register3",
    title: "Registration",
    base: "register",
    unknown: "unknown",
    categories: [
      group("registered", "On a register", "hcpc", "ceng", "ieng", "engtech", "rct", "ahcs"),
      group("not_registered", "Not registered", "none"),
      group("unknown", "Registration not known", "unknown"),
    ],
  },
  {
    id: "specialism",
    title: "Specialism",
    base: "specialism",
    categories: each(
      ["equipment_management", "Equipment management"],
      ["device_governance", "Device risk and governance"],
      ["equipment_library", "Equipment library"],
      ["community", "Community and home equipment"],
      ["rehabilitation", "Rehabilitation engineering"],
      ["clinical_measurement", "Clinical measurement"],
      ["renal", "Renal technology"],
      ["radiation", "Radiation engineering"],
      ["device_design", "Device design and research"],
      ["clinical_computing", "Clinical computing"],
      ["connectivity", "Connectivity and cyber security"],
      ["other", "Other specialism"],
    ),
  },
  {
    id: "specialism4",
    title: "Specialism, four groups",
    base: "specialism",
    categories: [
      group(
        "equipment",
        "Equipment management, governance, library and community",
        "equipment_management",
        "device_governance",
        "equipment_library",
        "community",
      ),
      group(
        "rehabilitation_and_measurement",
        "Rehabilitation and clinical measurement",
        "rehabilitation",
        "clinical_measurement",
      ),
      group("renal_and_radiation", "Renal and radiation", "renal", "radiation"),
      group(
        "design_and_computing",
        "Design, computing, connectivity and other",
        "device_design",
        "clinical_computing",
        "connectivity",
        "other",
      ),
    ],
  },
  {
    id: "risk_class",
    title: "Risk class of the device",
    base: "risk_class",
    categories: each(["high", "High risk"], ["medium", "Medium risk"], ["low", "Low risk"]),
  },
  {
    id: "programme",
    title: "Training programme",
    base: "programme",
    unknown: "unknown",
    categories: [
      ...TRAINING_PROGRAMMES.filter(({ value }) => value !== "none").map(oneOf),
      group("unknown", "Programme not known", "unknown"),
    ],
  },
  {
    /** Published nowhere: it says which programmes are alike, should one have too few. */
    id: "programme2",
    title: "Training programme, two groups",
    base: "programme",
    partial: true,
    categories: [
      group("scientist_and_practitioner", "Scientists and practitioners", "stp", "hsst", "ptp"),
      group("apprenticeships", "Apprenticeships", "level_2", "level_3", "level_4", "level_6", "level_7"),
    ],
  },
  {
    id: "funding",
    title: "Funding of training",
    base: "funding",
    unknown: "unknown",
    categories: [...TRAINING_FUNDING.map(oneOf), group("unknown", "Funding not known", "unknown")],
  },
  {
    id: "step",
    title: "Move between bands",
    base: "step",
    unknown: "unknown",
    categories: each(
      ["2_to_3", "Band 2 to 3"],
      ["3_to_4", "Band 3 to 4"],
      ["4_to_5", "Band 4 to 5"],
      ["5_to_6", "Band 5 to 6"],
      ["6_to_7", "Band 6 to 7"],
      ["7_to_8a", "Band 7 to 8a"],
      ["8a_to_8b", "Band 8a to 8b"],
      ["8b_to_8c", "Band 8b to 8c"],
      ["8c_to_9", "Band 8c to 8d, or 8d to 9"],
      ["further_up", "Two bands up or more"],
      ["down", "To a lower band"],
      ["other_pay", "To or from other pay"],
      ["unknown", "Bands not known, or the same"],
    ),
  },
  {
    id: "seat",
    title: "Board",
    base: "seat",
    categories: BOARDS_SAT_ON.filter(({ value }) => value !== "none").map(oneOf),
  },
  {
    id: "reports_to",
    title: "Reports to",
    base: "reports_to",
    categories: REPORTING_LINES.map(oneOf),
  },
  {
    id: "standard",
    title: "Standard",
    base: "standard",
    categories: ACCREDITATIONS.filter(({ value }) => value !== "none").map(oneOf),
  },
  {
    id: "on_call",
    title: "On call",
    base: "on_call",
    categories: ON_CALL.map(oneOf),
  },
];

const BY_ID = new Map(DIMENSIONS.map((dimension) => [dimension.id, dimension]));

/** The dimension of an address segment, or undefined: addresses come from outside. */
export const dimensionById = (id: string): Dimension | undefined => BY_ID.get(id);

/** The dimension of an id that our own tables name; an unknown one is a bug. */
export function knownDimension(id: string): Dimension {
  const dimension = BY_ID.get(id);
  if (dimension === undefined) throw new Error(`No dimension is called ${id}`);
  return dimension;
}
