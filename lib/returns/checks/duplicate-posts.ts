import { createKeyTable, createNumberList } from "../key-table";
import type { WorkforceRow } from "../parts/workforce";
import type { FileCheck } from "./file-check";

/** One post, one line: the reference links a post from year to year. */
export const DUPLICATE_POSTS: FileCheck<WorkforceRow> = {
  rules: [
    {
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
    },
  ],
  reads: ["post_ref"],
  needs: ["post_ref"],
  start() {
    const keys = createKeyTable();
    const firstLines = createNumberList();
    return {
      row({ post_ref }, line, report) {
        if (post_ref === null) return;
        const before = keys.size();
        keys.begin();
        keys.add(post_ref.toLowerCase());
        const key = keys.number();
        if (key === before) firstLines.set(key, line);
        else
          report("duplicate-post-ref", {
            column: "post_ref",
            line,
            message: `\u201c${post_ref}\u201d is also on line ${firstLines.get(key)}.`,
          });
      },
    };
  },
};
