import type { WorkforceRow } from "../parts/workforce";
import type { Resolver } from "./resolver";
import type { RowCheck } from "./row-check";

/**
 * Where the establishment stands depends on the whole file: on budget lines alone when there are any, else on every
 * line. Both findings are made as the lines pass, and the one that does not hold is withdrawn at the end.
 */
export const ESTABLISHMENT: readonly RowCheck<WorkforceRow>[] = [
  {
    code: "budget-establishment-missing",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A budget line without establishment",
    why: "The funded WTE is all that a budget line says.",
    mend: "Write the funded WTE; 0 is an answer.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "budget", establishment_wte: "" }] },
      passes: { lines: [{ line_type: "budget", establishment_wte: "0" }] },
    },
    reads: ["line_type", "establishment_wte"],
    find: ({ line_type, establishment_wte }) =>
      line_type === "budget" && establishment_wte === null
        ? { column: "establishment_wte", message: "A budget line has no establishment_wte." }
        : null,
  },
  {
    code: "establishment-missing",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A line without establishment, in a file without budget lines",
    why: "Vacancy is establishment less in post; without budget lines each line carries its own.",
    mend: "Write the funded WTE of the post on each line, or add budget lines.",
    example: {
      part: "workforce",
      trips: { lines: [{ establishment_wte: "" }] },
      passes: {
        lines: [
          { line_type: "budget" },
          { establishment_wte: "" },
          { line_type: "vacancy", establishment_wte: "" },
        ],
      },
    },
    reads: ["line_type", "establishment_wte"],
    find: ({ line_type, establishment_wte }) =>
      line_type !== null && line_type !== "budget" && establishment_wte === null
        ? {
            column: "establishment_wte",
            message: `A ${line_type} line has no establishment_wte, and the file has no budget lines.`,
          }
        : null,
  },
  {
    code: "establishment-beside-budget",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "Establishment on a person, beside budget lines",
    why: "The budget lines already hold the establishment; it would be counted twice.",
    mend: "Leave establishment_wte empty on person and group lines, or take the budget lines out.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "budget" }, { establishment_wte: "1" }] },
      passes: {
        lines: [
          { line_type: "budget" },
          { establishment_wte: "" },
          { line_type: "vacancy", establishment_wte: "1" },
        ],
      },
    },
    reads: ["line_type", "establishment_wte"],
    find: ({ line_type, establishment_wte }) =>
      (line_type === "person" || line_type === "group") && establishment_wte !== null && establishment_wte > 0
        ? {
            column: "establishment_wte",
            message: `A ${line_type} line has ${establishment_wte} WTE of establishment, and the file has budget lines.`,
          }
        : null,
  },
];

/** Withdraws what the presence or absence of budget lines makes void. */
export const budgetLines: Resolver<WorkforceRow> = () => {
  let budgets = false;
  return {
    row({ line_type }) {
      if (line_type === "budget") budgets = true;
    },
    end: (withdraw) => withdraw(budgets ? "establishment-missing" : "establishment-beside-budget"),
  };
};
