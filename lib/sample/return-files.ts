import { createHash } from "node:crypto";
import { writeTable } from "@/lib/places/csv-table";
import { createPersonKeyHasher } from "@/lib/returns/person-key";
import type { Department } from "./department";
import type { Fleet } from "./fleet";
import { type Line, workforceLines } from "./workforce-lines";

/** The files of one return, as text. */
export type ReturnFiles = { workforce: string; devices: string };

/** The columns that the sample fills, in declared order. */
export const FILLED_COLUMNS = {
  workforce: [
    "census_date",
    "organisation_code",
    "service_unit",
    "line_type",
    "post_ref",
    "person_key",
    "role",
    "specialism",
    "afc_band",
    "establishment_wte",
    "in_post_wte",
    "headcount",
    "age_band",
    "vacancy_state",
    "temporary_cover_wte",
  ],
  devices: [
    "period_start",
    "period_end",
    "organisation_code",
    "category",
    "setting",
    "maintenance_model",
    "device_count_end",
    "ppm_due",
    "ppm_due_done",
    "ppm_on_time",
  ],
} as const;

/** Writes lines as a part's file: the filled columns, UTF-8, comma, LF. */
export const fileOfLines = (part: keyof ReturnFiles, lines: readonly Line[]): string =>
  writeTable(
    FILLED_COLUMNS[part],
    lines.map((line) => FILLED_COLUMNS[part].map((column) => line[column] ?? "")),
  );

/** What an organisation sends for one census. */
export function returnFiles(seed: number, department: Department, fleet: Fleet, census: string): ReturnFiles {
  const organisation = department.organisation.code;
  const hash = personKeyHasher(seed, organisation);
  const lines = workforceLines(department, census, (key) => hash(`E${String(key).padStart(4, "0")}`));
  return {
    workforce: fileOfLines("workforce", lines),
    devices: fileOfLines("devices", devicesLines(fleet, census)),
  };
}

function devicesLines(fleet: Fleet, census: string): Line[] {
  return fleet.groups.map((group) => ({
    period_start: twelveMonthsTo(census),
    period_end: census,
    organisation_code: fleet.organisation,
    category: group.category,
    setting: group.setting,
    maintenance_model: group.maintenance,
    device_count_end: String(group.devices),
    ppm_due: String(group.ppmDue),
    ppm_due_done: String(group.ppmDueDone),
    ppm_on_time: String(group.ppmOnTime),
  }));
}

/** The first day of the twelve months that end with a census on 31 March. */
const twelveMonthsTo = (census: string): string => `${Number(census.slice(0, 4)) - 1}-04-01`;

/**
 * Keys as they leave the organisation: hashed with its own key, which for the sample comes from the seed, so that the
 * same person has the same key at each census.
 */
function personKeyHasher(seed: number, organisation: string): (raw: string) => string {
  const key = createHash("sha256").update(`muster sample|${seed}|${organisation}`).digest();
  return createPersonKeyHasher(key, organisation);
}
