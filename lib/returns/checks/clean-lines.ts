import type { PartName } from "../part";
import type { Example, ExampleLine } from "./rule";

const POST = {
  census_date: "2026-03-31",
  organisation_code: "RJ1",
  role: "clinical_technologist",
  specialism: "equipment_management",
  afc_band: "6",
};

const WORKFORCE_LINES: Readonly<Record<string, ExampleLine>> = {
  budget: { ...POST, line_type: "budget", establishment_wte: "12" },
  person: {
    ...POST,
    line_type: "person",
    establishment_wte: "1",
    in_post_wte: "1",
    headcount: "1",
    age_band: "45_49",
  },
  group: {
    ...POST,
    line_type: "group",
    establishment_wte: "4",
    in_post_wte: "3.6",
    headcount: "4",
    age_band: "30_34",
  },
  vacancy: { ...POST, line_type: "vacancy", establishment_wte: "1", vacancy_state: "advertised" },
};

const DEVICES_LINE: ExampleLine = {
  period_start: "2025-04-01",
  period_end: "2026-03-31",
  organisation_code: "RJ1",
  category: "infusion_pump",
  maintenance_model: "in_house",
  device_count_end: "240",
};

const OTHER_LINES: Readonly<Record<Exclude<PartName, "workforce">, ExampleLine>> = {
  devices: DEVICES_LINE,
  assets: {
    census_date: "2026-03-31",
    organisation_code: "RJ1",
    asset_ref: "000123",
    category: "infusion_pump",
    maintenance_model: "in_house",
  },
  activities: {
    period_start: "2025-04-01",
    period_end: "2026-03-31",
    organisation_code: "RJ1",
    activity: "safety_notice",
    specialism: "device_governance",
    unit: "notice",
    volume: "120",
  },
  flows: {
    direction: "leaver",
    organisation_code: "RJ1",
    role: "clinical_technologist",
    afc_band: "6",
    headcount: "1",
  },
  profile: { organisation_code: "RJ1", census_date: "2026-03-31" },
};

/** A line with nothing wrong, of the line type asked for, changed as an example says. */
export function exampleLine(part: PartName, changes: ExampleLine): ExampleLine {
  const clean = part === "workforce" ? WORKFORCE_LINES[changes.line_type ?? "person"] : OTHER_LINES[part];
  return { ...(clean ?? WORKFORCE_LINES.person), ...changes };
}

/** The header and rows of an example's file. */
export function exampleTable(part: PartName, { lines, without = [] }: Example): string[][] {
  const full = lines.map((changes) => exampleLine(part, changes));
  const headers = [...new Set(full.flatMap((line) => Object.keys(line)))].filter(
    (name) => !without.includes(name),
  );
  return [headers, ...full.map((line) => headers.map((name) => line[name] ?? ""))];
}
