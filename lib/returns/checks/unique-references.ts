import { createKeyTable, createNumberList } from "../key-table";
import type { AssetsRow } from "../parts/assets";
import type { ProfileRow } from "../parts/profile";
import type { WorkforceRow } from "../parts/workforce";
import type { FileCheck } from "./file-check";
import type { Rule } from "./rule";

/**
 * A reference of the sender's own stands on one line of a file: trimmed by the reading of its cell, its case ignored.
 *
 * @param ofBlank what an empty cell is called where it may stand but once; where it is not given, any number are empty
 */
function uniqueReference<C extends "post_ref" | "asset_ref" | "service_unit">(
  column: C,
  rule: Rule & { scope: "file" },
  ofBlank?: string,
): FileCheck<Record<C, string | null>> {
  return {
    rules: [rule],
    reads: [column],
    ...(ofBlank === undefined ? { needs: [column] } : {}),
    start() {
      const keys = createKeyTable();
      const firstLines = createNumberList();
      return {
        row(row, line, report) {
          const reference = row[column];
          if (reference === null && ofBlank === undefined) return;
          const before = keys.size();
          keys.begin();
          keys.add(reference?.toLowerCase() ?? "");
          const key = keys.number();
          if (key === before) firstLines.set(key, line);
          else
            report(rule.code, {
              column,
              line,
              message: `${reference === null ? ofBlank : `\u201c${reference}\u201d`} is also on line ${firstLines.get(key)}.`,
            });
        },
      };
    },
  };
}

/** One post, one line: the reference links a post from year to year. */
export const DUPLICATE_POSTS: FileCheck<Pick<WorkforceRow, "post_ref">> = uniqueReference("post_ref", {
  code: "duplicate-post-ref",
  severity: "error",
  scope: "file",
  parts: ["workforce"],
  title: "The same post reference on two lines",
  why: "A post reference links one post from year to year; two lines with it cannot be told apart.",
  mend: "Give each line a reference of its own, or leave it empty.",
  example: {
    part: "workforce",
    trips: { lines: [{ post_ref: "CE-1" }, { post_ref: " ce-1" }] },
    passes: { lines: [{ post_ref: "CE-1" }, { post_ref: "CE-2" }, { post_ref: "" }, { post_ref: "" }] },
  },
});

/** One device, one line: a device twice in the file is counted twice. */
export const DUPLICATE_ASSETS: FileCheck<Pick<AssetsRow, "asset_ref">> = uniqueReference("asset_ref", {
  code: "duplicate-asset-ref",
  severity: "error",
  scope: "file",
  parts: ["assets"],
  title: "The same asset reference on two lines",
  why: "Each line is one device; a device on two lines would be counted twice, with all its work.",
  mend: "Take the second line out, or give the other device a reference of its own.",
  example: {
    part: "assets",
    trips: { lines: [{ asset_ref: "EQ-1" }, { asset_ref: "eq-1 " }] },
    passes: { lines: [{ asset_ref: "EQ-1" }, { asset_ref: "EQ-2" }] },
  },
});

/** One unit, one row: of two, nobody could say which holds, and what is added up would count twice. */
export const DUPLICATE_PROFILES: FileCheck<Pick<ProfileRow, "service_unit">> = uniqueReference(
  "service_unit",
  {
    code: "duplicate-profile",
    severity: "error",
    scope: "file",
    parts: ["profile"],
    title: "Two profile rows for one service unit",
    why: "A service unit is described once; of two rows nobody knows which holds, and its beds and WTE would count twice.",
    mend: "Keep one row for each service unit, or name in service_unit whose the other row is.",
    example: {
      part: "profile",
      trips: { lines: [{ service_unit: "" }, { service_unit: "" }] },
      passes: { lines: [{ service_unit: "" }, { service_unit: "Renal" }] },
    },
  },
  "The whole service (no service_unit)",
);
