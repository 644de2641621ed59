import { PART_NAMES } from "../part";
import { WORKFORCE } from "../parts/workforce";
import type { Rule } from "./rule";

const EVERY_COLUMN = Object.fromEntries(
  WORKFORCE.columns.filter(({ required }) => required !== "always").map(({ name }) => [name, ""]),
);

/** What may be wrong with the header of a file. */
export const HEADER_RULES = {
  "another-part": {
    code: "another-part",
    severity: "error",
    scope: "file",
    parts: PART_NAMES,
    title: "The file is another part of the return",
    why: "Read as this part, most of it would be lost.",
    mend: "Send it as the part that it is.",
    example: {
      part: "workforce",
      trips: {
        lines: [
          {
            activity: "advice",
            unit: "job",
            volume: "4",
            hours: "9",
            hours_source: "estimate",
            owner_organisation_code: "RJ1",
          },
        ],
        without: [
          "census_date",
          "line_type",
          "role",
          "afc_band",
          "establishment_wte",
          "in_post_wte",
          "headcount",
          "age_band",
        ],
      },
      passes: { lines: [{}] },
    },
  },
  "missing-column": {
    code: "missing-column",
    severity: "error",
    scope: "file",
    parts: PART_NAMES,
    title: "A required column is missing",
    why: "No line can be counted without it.",
    mend: "Add the column, or give its header the declared name.",
    example: { part: "workforce", trips: { lines: [{}], without: ["role"] }, passes: { lines: [{}] } },
  },
  "doubled-column": {
    code: "doubled-column",
    severity: "error",
    scope: "file",
    parts: PART_NAMES,
    title: "Two headers mean the same column",
    why: "Which of them is meant would be a guess.",
    mend: "Remove one, or give the other a header of its own.",
    example: {
      part: "workforce",
      trips: { lines: [{ Band: "6" }] },
      passes: { lines: [{ Band: "6" }], without: ["afc_band"] },
    },
  },
  "unknown-column": {
    code: "unknown-column",
    severity: "warning",
    scope: "file",
    parts: PART_NAMES,
    title: "A column is not one of ours",
    why: "It is left out; if it should have been one of ours, its values would be missed.",
    mend: "Give it the declared name if it is one of ours; otherwise take it out before you send the file.",
    example: {
      part: "workforce",
      trips: { lines: [{ shoe_size: "9" }] },
      passes: { lines: [{ post_ref: "CE-1" }] },
    },
  },
  "blank-header": {
    code: "blank-header",
    severity: "warning",
    scope: "file",
    parts: PART_NAMES,
    title: "A column with values has no header",
    why: "It is left out, since nothing says what its values mean.",
    mend: "Give it a header, or take the column out.",
    example: {
      part: "workforce",
      trips: { lines: [{ "": "x", service_unit: "Renal" }] },
      passes: { lines: [{ "": "", service_unit: "Renal" }] },
    },
  },
  "missing-optional-column": {
    code: "missing-optional-column",
    severity: "notice",
    scope: "file",
    parts: PART_NAMES,
    title: "An optional column is missing",
    why: "Figures that need it will say that it was not sent.",
    mend: "Add it when you have it; nothing else depends on it.",
    example: { part: "workforce", trips: { lines: [{}] }, passes: { lines: [EVERY_COLUMN] } },
  },
} as const satisfies Record<string, Rule>;

export type HeaderRuleCode = keyof typeof HEADER_RULES;
