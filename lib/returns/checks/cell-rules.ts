import type { Column, Part, PartName } from "../part";
import { PARTS } from "../parts";
import type { ExampleLine, Rule } from "./rule";

/** The parts with a column of which a rule can speak. */
const partsWith = (speaksOf: (column: Column, part: Part) => boolean): readonly PartName[] =>
  Object.values(PARTS)
    .filter((part) => part.columns.some((column) => speaksOf(column, part)))
    .map(({ name }) => name);

const EVERY_PART = partsWith(() => true);
const ofType = (...types: readonly Column["type"][]) => partsWith(({ type }) => types.includes(type));
const ofPlace = partsWith(({ codeOf }) => codeOf === "place");
/** Columns that may name an organisation beside the sender. */
const ofAnother = partsWith(
  ({ codeOf, type, name }) => codeOf === "place" && type === "code" && name !== "organisation_code",
);
/** Parts about people, in whose every column a name may stand. */
const ofPeople = partsWith((_, { freeText }) => freeText === "people");
const ofPeoplesWords = partsWith(({ type }, { freeText }) => type === "text" && freeText === "people");

type Words = Pick<Rule, "title" | "why" | "mend"> & {
  /** Whole files, where a changed cell cannot show the matter. */
  texts?: { trips: string; passes: string };
  severity?: Rule["severity"];
  parts?: readonly PartName[];
  trips?: ExampleLine;
  passes?: ExampleLine;
};

/** A rule over single cells, with an example of one changed cell each way, in the first part that it holds for. */
const cell = <C extends string>(
  code: C,
  { severity = "error", parts = EVERY_PART, texts, trips = {}, passes = {}, ...words }: Words,
): Rule & { code: C } => ({
  code,
  severity,
  scope: "cell",
  parts,
  ...words,
  example: {
    part: parts[0] ?? "workforce",
    trips: { lines: [trips], text: texts?.trips },
    passes: { lines: [passes], text: texts?.passes },
  },
});

const table = <R extends Rule>(rules: readonly R[]) =>
  Object.fromEntries(rules.map((rule) => [rule.code, rule])) as unknown as Readonly<Record<R["code"], Rule>>;

const HEADER =
  "census_date,organisation_code,line_type,role,specialism,afc_band,establishment_wte,in_post_wte,age_band,service_unit";
const LINE = "2026-03-31,RJ1,person,manager,other,7,1,1,45_49,";

const PRIVACY =
  "No names, addresses, NI numbers or employee numbers are stored anywhere; a file that holds any is not kept.";

/** What may be wrong with one cell, or with how a record is written. Judged where the cell is read. */
export const CELL_RULES = table([
  cell("required", {
    title: "A required cell is empty",
    why: "The line cannot be counted without it.",
    mend: "Fill the cell in.",
    trips: { role: "" },
    passes: { role: "manager" },
  }),
  cell("not-allowed", {
    title: "A value is not one of those allowed",
    why: "Values that mean nothing to us would be lost from every breakdown.",
    mend: "Use one of the allowed values.",
    parts: partsWith(
      ({ type, codeOf }) => (type === "code" || type === "set") && codeOf !== "place" && codeOf !== "site",
    ),
    trips: { afc_band: "10" },
    passes: { afc_band: "Band 8A" },
  }),
  cell("not-a-number", {
    title: "A cell is not a number",
    why: "A number that has to be guessed may be wrong by a factor of a thousand.",
    mend: "Write it with a decimal point, as in 1234.5.",
    parts: ofType("decimal", "integer"),
    trips: { in_post_wte: "1,23" },
    passes: { in_post_wte: "0.80 WTE" },
  }),
  cell("not-a-whole-number", {
    title: "A count is not a whole number",
    why: "People, posts, devices and jobs are counted whole; parts of people are WTE.",
    mend: "Write a whole number.",
    parts: ofType("integer"),
    trips: { headcount: "1.5" },
    passes: { headcount: "1.0" },
  }),
  cell("out-of-range", {
    title: "A number is out of range",
    why: "Counts and WTE cannot be below nothing.",
    mend: "Put the number right.",
    parts: partsWith(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined),
    trips: { in_post_wte: "-1" },
    passes: { in_post_wte: "1" },
  }),
  cell("not-a-date", {
    title: "A cell is not a date",
    why: "The line cannot be placed in time.",
    mend: "Write it as 2026-03-31 or 31/03/2026.",
    parts: ofType("date"),
    trips: { census_date: "end of March" },
    passes: { census_date: "31-Mar-26" },
  }),
  cell("date-order-open", {
    title: "Day and month could change places",
    why: "The third of April and the fourth of March look alike; we do not guess.",
    mend: "Write it as 2027-04-03.",
    parts: partsWith(({ type, equals }) => type === "date" && equals === undefined),
    trips: { training_end: "03/04/2027" },
    passes: { training_end: "31/08/2027" },
  }),
  cell("not-yes-or-no", {
    title: "A cell is neither yes nor no",
    why: "Only a clear answer is counted.",
    mend: "Write yes or no, or leave the cell empty.",
    parts: ofType("yes_no"),
    trips: { annex_21: "perhaps" },
    passes: { annex_21: "Y" },
  }),
  cell("too-long", {
    title: "A text is too long",
    why: "Local names and keys are kept to a length that fits every page and file.",
    mend: "Shorten it.",
    parts: ofType("text"),
    trips: { post_ref: "CE".repeat(21) },
    passes: { post_ref: "CE".repeat(20) },
  }),
  cell("census-date", {
    title: "The census date is not the collection's",
    why: "Figures of two dates cannot be added.",
    mend: "Write the collection's census date, or send the file to its own collection.",
    parts: partsWith(({ equals }) => equals === "census"),
    trips: { census_date: "2025-03-31" },
    passes: { census_date: "03/31/2026" },
  }),
  cell("period", {
    title: "The period is not the twelve months to the census",
    why: "A year's jobs are compared between organisations; another period would not be like for like.",
    mend: "Count the twelve months that end on the census date.",
    parts: partsWith(({ equals }) => equals === "period_start" || equals === "period_end"),
    trips: { period_start: "2025-01-01" },
    passes: { period_start: "01/04/2025" },
  }),
  cell("unknown-organisation", {
    title: "A code is no organisation's",
    why: "The line could not be counted anywhere.",
    mend: "Look the code up on the places page, by name or postcode.",
    parts: ofPlace,
    trips: { organisation_code: "QQQ99" },
    passes: { organisation_code: "rj1" },
  }),
  cell("organisation-not-valid", {
    title: "An organisation is not in being on the census date",
    why: "Organisations merge and close; figures belong to those in being on the date.",
    mend: "Use the code that is valid on the census date.",
    parts: ofPlace,
    trips: { organisation_code: "RY7" },
    passes: { organisation_code: "RJ1" },
  }),
  cell("not-among-served", {
    title: "An organisation is not among those that you serve",
    why: "Staff count at their employer and devices at their owner, and only the profile may say whom you serve.",
    mend: "Correct the code; or add it to organisations_served of the profile, send the profile again, and then this file again.",
    parts: ofAnother,
    trips: { employer_organisation_code: "RJ2" },
    passes: { employer_organisation_code: "RJZ" },
  }),
  cell("served-not-known", {
    title: "No profile has said whom you serve",
    why: "Staff count at their employer and devices at their owner; the profile says whom you serve.",
    mend: "Correct the code; or send a profile with the code in organisations_served, and then this file again; or say why both are right.",
    severity: "warning",
    parts: ofAnother,
    trips: { employer_organisation_code: "RJ2" },
    passes: { employer_organisation_code: "RJ1" },
  }),
  cell("not-a-site-code", {
    title: "A site code has the wrong form",
    why: "A site is found by its ODS code of letters and figures.",
    mend: "Write the ODS site code, or leave the cell empty.",
    parts: partsWith(({ codeOf }) => codeOf === "site"),
    trips: { site_code: "Main building" },
    passes: { site_code: "RJ122" },
  }),
  cell("personal-data-email", {
    title: "An e-mail address",
    why: PRIVACY,
    mend: "Take it out of the cell.",
    trips: { service_unit: "a.b@trust.nhs.uk" },
    passes: { service_unit: "Medical physics" },
  }),
  cell("personal-data-ni-number", {
    title: "A National Insurance number",
    why: PRIVACY,
    mend: "Take it out of the cell; use a key of your own.",
    trips: { service_unit: "QQ 12 34 56 C" },
    passes: { service_unit: "Block 12 34" },
  }),
  cell("personal-data-name", {
    title: "A person's name",
    why: PRIVACY,
    mend: "Take the name out of the cell.",
    parts: ofPeople,
    trips: { service_unit: "Dr Example's team" },
    passes: { service_unit: "MR physics" },
  }),
  cell("personal-data-digits", {
    title: "Eight digits in a row in a text",
    why: PRIVACY,
    mend: "Take the number out of the cell; a key belongs in post_ref or person_key.",
    parts: ofPeoplesWords,
    trips: { service_unit: "Unit 20481632" },
    passes: { post_ref: "20481632" },
  }),
  cell("extra-cells", {
    title: "A row has more cells than the header",
    why: "A comma inside a text that is not in quotation marks moves every cell after it.",
    mend: "Put the text that holds the comma in quotation marks, or clear the extra cell.",
    texts: { trips: `${HEADER}\n${LINE}Renal,x`, passes: `${HEADER}\n${LINE}"Renal,x",,` },
  }),
  cell("quote-not-closed", {
    title: "A quotation mark is never closed",
    why: "Everything after it is taken for one cell, so the rest of the file cannot be read.",
    mend: "Close or remove the quotation mark on this line.",
    texts: { trips: `${HEADER}\n${LINE}"Renal`, passes: `${HEADER}\n${LINE}"Renal"` },
  }),
  cell("quote-misplaced", {
    title: "A quotation mark stands alone inside a quoted cell",
    why: "It is not clear where the cell ends.",
    mend: 'Double a quotation mark that belongs to the text (5"" for 5").',
    texts: { trips: `${HEADER}\n${LINE}"Ward "A" pumps"`, passes: `${HEADER}\n${LINE}"Ward ""A"" pumps"` },
  }),
]);

export type CellRuleCode = keyof typeof CELL_RULES;
