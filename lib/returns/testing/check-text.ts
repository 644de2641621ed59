import { checkFile } from "../check-file";
import type { PartName, Row } from "../part";
import type { CheckContext, Report } from "../report";
import { exampleContext } from "./example-context";

export type Checked = { report: Report; rows: { row: Row; line: number }[] };

/** Checks a file given as text or bytes, and keeps its rows. */
export async function checkText(
  source: string | Uint8Array | AsyncIterable<Uint8Array>,
  part: PartName = "workforce",
  context: Partial<CheckContext> = {},
): Promise<Checked> {
  const rows: Checked["rows"] = [];
  const report = await checkFile({
    part,
    source: typeof source === "string" ? new TextEncoder().encode(source) : source,
    context: { ...exampleContext, ...context },
    onRow: (row, line) => rows.push({ row: structuredClone(row), line }),
  });
  return { report, rows };
}

export const HEADER =
  "census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band,service_unit";
export const LINE = "2026-03-31,RJ1,person,manager,other,7,1,1,1,45_49,";
