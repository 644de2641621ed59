import Papa from "papaparse";
import { fileOfLines, type ReturnFiles } from "./return-files";
import type { SampleCollection } from "./sample-nation";
import type { Line } from "./workforce-lines";

/** Something put wrong in a spoilt file, and where the checks should find it. */
export type Fault = { part: keyof ReturnFiles; line: number; column: string; says: string };

/** Files for the demo submitter of an organisation that has not returned: as it would send them, and spoilt. */
export type TryFiles = { clean: ReturnFiles; spoilt: ReturnFiles; faults: readonly Fault[] };

/** A cell to change in one of the lines that `where` holds for: the first, or the one after so many others. */
type Spoiling = {
  part: keyof ReturnFiles;
  where: (line: Line) => boolean;
  skip?: number;
  column: string;
  value: (line: Line, first: Line) => string;
  says: string;
};

const person = (line: Line) => line.line_type === "person";
const planned = (line: Line) => Number(line.ppm_due) > 20;

const SPOILINGS: readonly Spoiling[] = [
  {
    part: "workforce",
    where: person,
    skip: 1,
    column: "post_ref",
    value: (_, first) => ` ${first.post_ref?.toLowerCase()}`,
    says: "the post reference of another line",
  },
  {
    part: "workforce",
    where: person,
    skip: 2,
    column: "afc_band",
    value: () => "Band 12",
    says: "a band that does not exist",
  },
  {
    part: "workforce",
    where: person,
    skip: 3,
    column: "in_post_wte",
    value: () => "37.5",
    says: "weekly hours in place of WTE",
  },
  {
    part: "workforce",
    where: person,
    skip: 4,
    column: "age_band",
    value: () => "",
    says: "no age on a person line",
  },
  {
    part: "workforce",
    where: person,
    skip: 5,
    column: "specialism",
    value: () => "gadgets",
    says: "a specialism that is not in the list",
  },
  {
    part: "workforce",
    where: person,
    skip: 6,
    column: "service_unit",
    value: () => "=SUM(K2:K9)",
    says: "a formula in a cell of text (accepted as text, with a notice)",
  },
  {
    part: "workforce",
    where: (line) => line.line_type === "vacancy",
    column: "vacancy_state",
    value: () => "",
    says: "a vacancy without its state",
  },
  {
    part: "devices",
    where: planned,
    column: "ppm_on_time",
    value: ({ ppm_due }) => String(Number(ppm_due) + 5),
    says: "more jobs on time than fell due",
  },
  {
    part: "devices",
    where: planned,
    skip: 1,
    column: "category",
    value: () => "drip stand (misc)",
    says: "a device category that is not in the list",
  },
  {
    part: "devices",
    where: planned,
    skip: 2,
    column: "device_count_end",
    value: () => "-12",
    says: "a negative number of devices",
  },
  {
    part: "devices",
    where: planned,
    skip: 3,
    column: "ppm_due_done",
    value: ({ ppm_due }) => String(Number(ppm_due) + 1),
    says: "more jobs done than fell due",
  },
];

/** The files that an organisation has ready but has not sent; null when it has sent them, or has none to send. */
export function tryFiles(collection: SampleCollection, organisation: string): TryFiles | null {
  const found = collection.returns.find((sampleReturn) => sampleReturn.organisation.code === organisation);
  if (found?.state !== "not_returned") return null;
  const clean = found.wouldSend;
  const lines = { workforce: linesOf(clean.workforce), devices: linesOf(clean.devices) };
  const faults = SPOILINGS.flatMap((spoiling) => spoil(lines[spoiling.part], spoiling));
  return {
    clean,
    spoilt: {
      workforce: fileOfLines("workforce", lines.workforce),
      devices: fileOfLines("devices", lines.devices),
    },
    faults,
  };
}

const linesOf = (text: string): Line[] => Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;

/** Changes the line in place within `lines`; a file with no such line is left as it is, and has no such fault. */
function spoil(lines: Line[], { part, where, skip = 0, column, value, says }: Spoiling): Fault[] {
  const fitting = lines.flatMap((line, position) => (where(line) ? [{ line, position }] : []));
  const chosen = fitting[skip];
  if (chosen === undefined) return [];
  const first = fitting[0]?.line ?? {};
  lines[chosen.position] = { ...chosen.line, [column]: value(chosen.line, first) };
  return [{ part, line: chosen.position + 2, column, says }];
}
