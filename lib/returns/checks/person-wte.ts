import { createKeyTable, createNumberList } from "../key-table";
import type { WorkforceRow } from "../parts/workforce";
import type { FileCheck } from "./file-check";

const TOLERANCE = 0.00001;
const WARN_ABOVE = 1.0;
const ERROR_ABOVE = 1.2;

const words = {
  scope: "file",
  parts: ["workforce"],
  why: "Somebody with several posts is one person; together they rarely pass 1.0 WTE.",
  mend: "Correct the WTE, or the keys of people who are not the same.",
} as const;

/** One person, all posts together. */
export const PERSON_WTE: FileCheck<WorkforceRow> = {
  rules: [
    {
      ...words,
      code: "person-wte-over-limit",
      severity: "error",
      title: "One person has more than 1.2 WTE",
      example: {
        part: "workforce",
        trips: {
          lines: [
            { person_key: "A1", in_post_wte: "0.7" },
            { person_key: "A1", in_post_wte: "0.6" },
          ],
        },
        passes: {
          lines: [
            { person_key: "A1", in_post_wte: "0.7" },
            { person_key: "A2", in_post_wte: "0.6" },
          ],
        },
      },
    },
    {
      ...words,
      code: "person-wte-over-one",
      severity: "warning",
      title: "One person has more than 1.0 WTE",
      example: {
        part: "workforce",
        trips: {
          lines: [
            { person_key: "A1", in_post_wte: "0.6" },
            { person_key: "A1", in_post_wte: "0.5" },
          ],
        },
        passes: {
          lines: [
            { person_key: "A1", in_post_wte: "0.5" },
            { person_key: "A1", in_post_wte: "0.5" },
          ],
        },
      },
    },
  ],
  reads: ["person_key", "in_post_wte"],
  needs: ["person_key"],
  start() {
    const keys = createKeyTable();
    const wte = createNumberList();
    const lines = createNumberList();
    const firstLines = createNumberList();
    const lastLines = createNumberList();
    return {
      row({ person_key, in_post_wte }, line) {
        if (person_key === null || in_post_wte === null) return;
        keys.begin();
        keys.add(person_key);
        const before = keys.size();
        const key = keys.number();
        if (key === before) firstLines.set(key, line);
        wte.set(key, wte.get(key) + in_post_wte);
        lines.set(key, lines.get(key) + 1);
        lastLines.set(key, line);
      },
      end(report) {
        for (let key = 0; key < keys.size(); key++) {
          const sum = wte.get(key);
          if (sum <= WARN_ABOVE + TOLERANCE) continue;
          const code = sum > ERROR_ABOVE + TOLERANCE ? "person-wte-over-limit" : "person-wte-over-one";
          const [count, first, last] = [lines.get(key), firstLines.get(key), lastLines.get(key)];
          const where =
            count === 1 ? "on this line" : `on ${count} lines, from line ${first} to line ${last}`;
          const message = `One person has ${Number(sum.toFixed(5))} WTE ${where}.`;
          report(code, { column: "person_key", line: first, value: null, message });
        }
      },
    };
  },
};
