import type { WorkforceRow } from "../parts/workforce";
import type { RowCheck } from "./row-check";

/** More than this on one person or one vacant post is a slip: hours for WTE, or several people on one line. */
export const MOST_WTE = 1.5;

/** How many people a line stands for, and how much WTE one of them may have. */
export const LINE_HEADCOUNT: readonly RowCheck<WorkforceRow>[] = [
  {
    code: "group-headcount-missing",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A group line without a headcount",
    why: "People are counted as well as WTE.",
    mend: "Write how many people the group is.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "group", headcount: "" }] },
      passes: { lines: [{ line_type: "group", headcount: "4" }] },
    },
    reads: ["line_type", "headcount"],
    find: ({ line_type, headcount }) =>
      line_type === "group" && (headcount === null || headcount === 0)
        ? {
            column: "headcount",
            message:
              headcount === 0 ? "A group line has a headcount of 0." : "A group line has no headcount.",
          }
        : null,
  },
  {
    code: "person-headcount",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A person line that is not one person",
    why: "A person line is one person; several like people are a group line.",
    mend: "Write 1, or make it a group line.",
    example: {
      part: "workforce",
      trips: { lines: [{ headcount: "2" }] },
      passes: { lines: [{ headcount: "1" }] },
    },
    reads: ["line_type", "headcount"],
    find: ({ line_type, headcount }) =>
      line_type === "person" && headcount !== null && headcount !== 1
        ? { column: "headcount", message: `A person line has a headcount of ${headcount}.` }
        : null,
  },
  {
    code: "vacancy-headcount",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "A vacancy line of no posts",
    why: "A vacancy line stands for one post or more.",
    mend: "Write the number of posts, or leave the cell empty for one.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "vacancy", headcount: "0" }] },
      passes: { lines: [{ line_type: "vacancy", headcount: "" }] },
    },
    reads: ["line_type", "headcount"],
    find: ({ line_type, headcount }) =>
      line_type === "vacancy" && headcount === 0
        ? { column: "headcount", message: "A vacancy line has a headcount of 0." }
        : null,
  },
  {
    code: "person-over-wte",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "More than 1.5 WTE on one person",
    why: "One person's contracts rarely pass 1.0; more is usually hours typed as WTE, or several people.",
    mend: "Write WTE (37.5 hours a week is 1.0), or make it a group line.",
    example: {
      part: "workforce",
      trips: { lines: [{ in_post_wte: "1.6" }, {}, {}] },
      passes: { lines: [{ in_post_wte: "1.5" }] },
    },
    reads: ["line_type", "in_post_wte"],
    find: ({ line_type, in_post_wte }) =>
      line_type === "person" && in_post_wte !== null && in_post_wte > MOST_WTE
        ? { column: "in_post_wte", message: `A person line has ${in_post_wte} WTE in post.` }
        : null,
  },
  {
    code: "vacancy-over-wte",
    severity: "error",
    scope: "row",
    parts: ["workforce"],
    title: "More than 1.5 WTE on one vacant post",
    why: "One post rarely passes 1.0; more is usually several posts, or hours typed as WTE.",
    mend: "Write the number of posts in headcount, or put the WTE right.",
    example: {
      part: "workforce",
      trips: { lines: [{ line_type: "vacancy", establishment_wte: "2" }] },
      passes: { lines: [{ line_type: "vacancy", establishment_wte: "2", headcount: "2" }] },
    },
    reads: ["line_type", "establishment_wte", "headcount"],
    find: ({ line_type, establishment_wte, headcount }) =>
      line_type === "vacancy" &&
      establishment_wte !== null &&
      establishment_wte > MOST_WTE &&
      (headcount ?? 1) === 1
        ? { column: "establishment_wte", message: `A vacancy line of one post has ${establishment_wte} WTE.` }
        : null,
  },
];
