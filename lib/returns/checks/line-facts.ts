import type { WorkforceRow } from "../parts/workforce";
import type { RowCheck } from "./row-check";

const isPeople = ({ line_type }: Pick<WorkforceRow, "line_type">) =>
  line_type === "person" || line_type === "group";
const positive = (value: number | null) => value !== null && value > 0;

/** What each type of line must say, and what it must not. */
export const LINE_FACTS: readonly RowCheck<WorkforceRow>[] = [
  {
    code: "budget-with-person",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A budget line holds a person's facts",
    why: "A budget is establishment only; a person on it would be counted beside their own line.",
    mend: "Move the person to a person line, and leave only the establishment here.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "budget", age_band: "45_49" }] },
      passes: { lines: [{ line_type: "budget", in_post_wte: "0" }] },
    },
    reads: ["line_type", "person_key", "age_band", "in_post_wte", "headcount"],
    find({ line_type, person_key, age_band, in_post_wte, headcount }) {
      if (line_type !== "budget") return null;
      const column =
        person_key !== null
          ? "person_key"
          : age_band !== null
            ? "age_band"
            : positive(in_post_wte)
              ? "in_post_wte"
              : positive(headcount)
                ? "headcount"
                : null;
      return column && { column, message: `A budget line holds ${column}, which is a person's.` };
    },
  },
  {
    code: "in-post-missing",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A person or group line without WTE in post",
    why: "People in post are counted by their contracted WTE.",
    mend: "Write the contracted WTE, above 0. A post without anybody is a vacancy line.",
    example: {
      part: "workforce",
      trips: { lines: [{ in_post_wte: "0" }] },
      passes: { lines: [{ in_post_wte: "0.4" }] },
    },
    reads: ["line_type", "in_post_wte"],
    find(row) {
      if (!isPeople(row) || positive(row.in_post_wte)) return null;
      return {
        column: "in_post_wte",
        message: `A ${row.line_type} line has ${row.in_post_wte === null ? "no in_post_wte" : "an in_post_wte of 0"}.`,
      };
    },
  },
  {
    code: "age-missing",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A person or group line without an age",
    why: "Retirement is foreseen from ages; unknown is an answer, an empty cell is not.",
    mend: "Write the age band, or unknown.",
    example: {
      part: "workforce",
      trips: { lines: [{ age_band: "" }] },
      passes: { lines: [{ age_band: "unknown" }] },
    },
    reads: ["line_type", "age_band"],
    find: (row) =>
      isPeople(row) && row.age_band === null
        ? { column: "age_band", message: `A ${row.line_type} line has no age_band.` }
        : null,
  },
  {
    code: "vacancy-with-person",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A vacancy line holds a person's facts",
    why: "A vacant post has nobody in it; somebody covering it is temporary cover or a line of their own.",
    mend: "Make it a person line, or take the person's facts out.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "vacancy", in_post_wte: "0.5" }] },
      passes: { lines: [{ line_type: "vacancy", in_post_wte: "0" }] },
    },
    reads: ["line_type", "in_post_wte", "age_band", "person_key"],
    find({ line_type, in_post_wte, age_band, person_key }) {
      if (line_type !== "vacancy") return null;
      const column = positive(in_post_wte)
        ? "in_post_wte"
        : age_band !== null
          ? "age_band"
          : person_key !== null
            ? "person_key"
            : null;
      return column && { column, message: `A vacancy line holds ${column}, which is a person's.` };
    },
  },
  {
    code: "vacancy-state-missing",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A vacancy line without its state",
    why: "Advertised and frozen vacancies are published apart.",
    mend: "Write offer_made, advertised, not_advertised or frozen.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "vacancy", vacancy_state: "" }] },
      passes: { lines: [{ line_type: "vacancy", vacancy_state: "frozen" }] },
    },
    reads: ["line_type", "vacancy_state"],
    find: ({ line_type, vacancy_state }) =>
      line_type === "vacancy" && vacancy_state === null
        ? { column: "vacancy_state", message: "A vacancy line has no vacancy_state." }
        : null,
  },
];
