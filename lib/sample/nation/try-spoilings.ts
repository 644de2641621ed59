import type { PartName } from "@/lib/returns/part";

type Cells = Readonly<Record<string, string>>;

/** A cell to change in one of the lines that `where` holds for: the first, or the one after so many others. */
export type Spoiling = {
  part: PartName;
  where: (line: Cells) => boolean;
  skip?: number;
  column: string;
  value: (line: Cells, first: Cells) => string;
  says: string;
  /** The rule that the checks should name; a formula is only a notice. */
  code: string;
};

const person = (line: Cells) => line.line_type === "person" || line.line_type === "group";
const planned = (line: Cells) => Number(line.ppm_due) > 20;
const any = () => true;
const to = (text: string) => () => text;

/** What is put wrong in the files to try: one of each of the mistakes that are made most, a line each. */
export const SPOILINGS: readonly Spoiling[] = [
  {
    part: "workforce",
    where: person,
    skip: 1,
    column: "post_ref",
    value: (_, first) => ` ${first.post_ref?.toLowerCase()}`,
    says: "the post reference of another line",
    code: "duplicate-post-ref",
  },
  {
    part: "workforce",
    where: person,
    skip: 2,
    column: "afc_band",
    value: to("Band 12"),
    says: "a band that does not exist",
    code: "not-allowed",
  },
  {
    part: "workforce",
    where: person,
    skip: 3,
    column: "in_post_wte",
    value: to("0"),
    says: "a person in post without any WTE",
    code: "in-post-missing",
  },
  {
    part: "workforce",
    where: person,
    skip: 4,
    column: "age_band",
    value: to(""),
    says: "no age on a line of people",
    code: "age-missing",
  },
  {
    part: "workforce",
    where: person,
    skip: 5,
    column: "specialism",
    value: to("gadgets"),
    says: "a specialism that is not in the list",
    code: "not-allowed",
  },
  {
    part: "workforce",
    where: (line) => line.line_type === "vacancy",
    column: "vacancy_state",
    value: to(""),
    says: "a vacancy without its state",
    code: "vacancy-state-missing",
  },
  {
    part: "devices",
    where: planned,
    column: "ppm_due_done",
    value: ({ ppm_due }) => String(Number(ppm_due) + 5),
    says: "more jobs done than fell due",
    code: "done-over-due",
  },
  {
    part: "devices",
    where: planned,
    skip: 1,
    column: "category",
    value: to("drip stand (misc)"),
    says: "a device category that is not in the list",
    code: "not-allowed",
  },
  {
    part: "devices",
    where: planned,
    skip: 2,
    column: "device_count_end",
    value: to("-12"),
    says: "a negative number of devices",
    code: "out-of-range",
  },
  {
    part: "assets",
    where: any,
    skip: 1,
    column: "category",
    value: to("bits and pieces"),
    says: "a device category that is not in the list",
    code: "not-allowed",
  },
  {
    part: "assets",
    where: any,
    skip: 2,
    column: "connected",
    value: to("perhaps"),
    says: "neither yes nor no",
    code: "not-yes-or-no",
  },
  {
    part: "activities",
    where: any,
    skip: 1,
    column: "activity",
    value: to("meetings"),
    says: "an activity that is not in the list",
    code: "not-allowed",
  },
  {
    part: "activities",
    where: any,
    skip: 2,
    column: "volume",
    value: to("many"),
    says: "words in place of a number",
    code: "not-a-number",
  },
  {
    part: "activities",
    where: any,
    skip: 3,
    column: "period_start",
    value: to("2020-04-01"),
    says: "a period that is not the twelve months to the census",
    code: "period",
  },
  {
    part: "flows",
    where: any,
    column: "direction",
    value: to("sideways"),
    says: "a direction that there is not",
    code: "not-allowed",
  },
  {
    part: "flows",
    where: any,
    skip: 1,
    column: "headcount",
    value: to(""),
    says: "nobody counted on a line",
    code: "required",
  },
  {
    part: "profile",
    where: any,
    column: "sufficiency",
    value: to("7"),
    says: "a sufficiency beyond its scale of 1 to 5",
    code: "out-of-range",
  },
];
