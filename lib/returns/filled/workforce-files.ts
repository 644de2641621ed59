import { WORKFORCE } from "../parts/workforce";
import type { FilledFile } from "./filled-file";

type Cells = Readonly<Record<string, string>>;

const OF_THE_RETURN = { census_date: "2026-03-31", organisation_code: "RJ1" };

/** The department of every filled file: five kinds of post, ten WTE funded, nine people, one post vacant. */
const MANAGER = { role: "manager", specialism: "equipment_management", afc_band: "8a" };
const SCIENTIST = { role: "clinical_scientist", specialism: "device_governance", afc_band: "7" };
const SENIOR = { role: "clinical_technologist", specialism: "equipment_management", afc_band: "6" };
const TECHNOLOGIST = { role: "clinical_technologist", specialism: "equipment_management", afc_band: "5" };
const ASSOCIATE = { role: "associate", specialism: "equipment_library", afc_band: "3" };

const budget = (post: Cells, establishment_wte: string): Cells => ({
  ...OF_THE_RETURN,
  line_type: "budget",
  ...post,
  establishment_wte,
});

const person = (post: Cells, post_ref: string, in_post_wte: string, age_band: string, more: Cells = {}) => ({
  ...OF_THE_RETURN,
  line_type: "person",
  post_ref,
  ...post,
  in_post_wte,
  headcount: "1",
  age_band,
  ...more,
});

const group = (post: Cells, in_post_wte: string, headcount: string, age_band: string, more: Cells = {}) => ({
  ...OF_THE_RETURN,
  line_type: "group",
  ...post,
  in_post_wte,
  headcount,
  age_band,
  ...more,
});

const vacancy = (post: Cells, more: Cells = {}): Cells => ({
  ...OF_THE_RETURN,
  line_type: "vacancy",
  post_ref: "CE-010",
  ...post,
  headcount: "1",
  vacancy_state: "advertised",
  vacancy_months: "7",
  vacancy_reason: "no_applicants",
  ...more,
});

const BUDGETS = [
  budget(MANAGER, "1.00"),
  budget(SCIENTIST, "1.00"),
  budget(SENIOR, "4.00"),
  budget(TECHNOLOGIST, "2.00"),
  budget(ASSOCIATE, "2.00"),
];

const PEOPLE = [
  person(MANAGER, "CE-001", "1.00", "50_54", { registration: "ieng" }),
  person(SCIENTIST, "CE-002", "0.80", "35_39", { registration: "hcpc_clinical_scientist" }),
  person(SENIOR, "CE-003", "1.00", "55_59", { registration: "rct" }),
  person(SENIOR, "CE-004", "1.00", "45_49", { registration: "rct;engtech" }),
  person(SENIOR, "CE-005", "0.80", "40_44", { registration: "eligible_not_registered" }),
  person(TECHNOLOGIST, "CE-006", "1.00", "25_29", { registration: "rct" }),
  person(TECHNOLOGIST, "CE-007", "1.00", "30_34", { registration: "none" }),
  person(ASSOCIATE, "CE-008", "1.00", "under_25", { registration: "not_required" }),
  person(ASSOCIATE, "CE-009", "1.00", "60_64", { registration: "not_required" }),
];

const GROUPS = [
  group(MANAGER, "1.00", "1", "50_54"),
  group(SCIENTIST, "0.80", "1", "35_39"),
  group(SENIOR, "1.80", "2", "40_44"),
  group(SENIOR, "1.00", "1", "55_59"),
  group(TECHNOLOGIST, "2.00", "2", "25_29"),
  group(ASSOCIATE, "1.00", "1", "under_25"),
  group(ASSOCIATE, "1.00", "1", "60_64"),
];

/** What each line of people is funded for, where the file has no budget lines: 10 WTE with the vacant post's. */
const funded = (lines: readonly Cells[], wte: readonly string[]): Cells[] =>
  lines.map((line, index) => ({ ...line, establishment_wte: wte[index] ?? "" }));

/** Every way of saying who is there and who is missing, each with the same ten WTE. */
export const WORKFORCE_FILES: readonly FilledFile[] = [
  {
    id: "workforce-budget-and-people",
    part: WORKFORCE,
    title: "Budgets and people",
    when: "Finance gives you funded WTE by role and band, and HR gives you people. Each line says only what its own source knows.",
    lines: [...BUDGETS, ...PEOPLE, vacancy(SENIOR, { temporary_cover_wte: "0.50" })],
  },
  {
    id: "workforce-budget-and-groups",
    part: WORKFORCE,
    title: "Budgets and groups of like people",
    when: "You would rather not send one line a person. People of one role, band and age group share a line.",
    lines: [...BUDGETS, ...GROUPS, vacancy(SENIOR, { temporary_cover_wte: "0.50" })],
  },
  {
    id: "workforce-posts",
    part: WORKFORCE,
    title: "A list of posts",
    when: "You keep a list of posts, each with who holds it. Every line carries its own funded WTE, the vacant ones too.",
    lines: [
      ...funded(PEOPLE, ["1.00", "1.00", "1.00", "1.00", "1.00", "1.00", "1.00", "1.00", "1.00"]),
      vacancy(SENIOR, { establishment_wte: "1.00", temporary_cover_wte: "0.50" }),
    ],
  },
  {
    id: "workforce-groups",
    part: WORKFORCE,
    title: "Groups with their posts",
    when: "You have totals alone: so many posts and so many people of each kind.",
    lines: [
      ...funded(GROUPS, ["1.00", "1.00", "2.00", "1.00", "2.00", "1.00", "1.00"]),
      vacancy(SENIOR, { establishment_wte: "1.00", temporary_cover_wte: "0.50" }),
    ],
  },
];
