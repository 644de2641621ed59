import type { Part, Row } from "../part";
import { BAND_AGAINST_ROLE } from "./band-against-role";
import { DEVICE_COUNTS } from "./device-counts";
import { DEVICE_PLANS, DEVICE_WORK, JOB_HOURS } from "./device-work";
import { DUPLICATE_DEVICES } from "./duplicate-devices";
import { budgetLines, ESTABLISHMENT } from "./establishment";
import type { FileCheck } from "./file-check";
import { FLOW_LINES } from "./flow-lines";
import { HOURS_AS_WTE, hoursInPlaceOfPeople } from "./hours-as-wte";
import { LINE_FACTS } from "./line-facts";
import { LINE_HEADCOUNT } from "./line-headcount";
import { PERSON_WTE } from "./person-wte";
import { PLANNED_MAINTENANCE } from "./planned-maintenance";
import { NOT_FOUND_TOTALS, PLANNED_MAINTENANCE_TOTALS } from "./planned-maintenance-totals";
import type { Resolver } from "./resolver";
import type { RowCheck } from "./row-check";
import { DUPLICATE_ASSETS, DUPLICATE_POSTS, DUPLICATE_PROFILES } from "./unique-references";
import { UNKNOWN_AGES } from "./unknown-ages";

/** What is checked in one part, beside its cells and its header. */
export type Checks = {
  row: readonly RowCheck<Row>[];
  file: readonly FileCheck<Row>[];
  resolvers: readonly Resolver<Row>[];
};

/** Rows are typed by their own part in each check, and by name alone where checks are run. */
const checks = (
  row: readonly RowCheck<never>[],
  file: readonly FileCheck<never>[],
  resolvers: readonly Resolver<never>[],
) => ({ row, file, resolvers }) as unknown as Checks;

const CHECKS: Partial<Record<Part["name"], Checks>> = {
  workforce: checks(
    [...LINE_FACTS, ...LINE_HEADCOUNT, ...ESTABLISHMENT, ...BAND_AGAINST_ROLE],
    [DUPLICATE_POSTS, PERSON_WTE, HOURS_AS_WTE, UNKNOWN_AGES],
    [budgetLines, hoursInPlaceOfPeople],
  ),
  devices: checks(
    [...PLANNED_MAINTENANCE, ...DEVICE_COUNTS, ...JOB_HOURS, ...DEVICE_WORK, ...DEVICE_PLANS],
    [DUPLICATE_DEVICES, ...NOT_FOUND_TOTALS, ...PLANNED_MAINTENANCE_TOTALS],
    [],
  ),
  assets: checks([...PLANNED_MAINTENANCE, ...DEVICE_WORK], [DUPLICATE_ASSETS, ...NOT_FOUND_TOTALS], []),
  flows: checks(FLOW_LINES, [], []),
  profile: checks([], [DUPLICATE_PROFILES], []),
};

/** The checks of a part; a new one is a small function in its own file and its name here. */
export const checksOf = (part: Part): Checks => CHECKS[part.name] ?? { row: [], file: [], resolvers: [] };
