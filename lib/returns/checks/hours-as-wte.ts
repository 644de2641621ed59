import type { WorkforceRow } from "../parts/workforce";
import type { FileCheck } from "./file-check";
import { MOST_WTE } from "./line-headcount";
import type { Resolver } from "./resolver";

const createCount = () => {
  let people = 0;
  let over = 0;
  return {
    row({ line_type, in_post_wte }: WorkforceRow) {
      if (line_type !== "person") return;
      people++;
      if (in_post_wte !== null && in_post_wte > MOST_WTE) over++;
    },
    people: () => people,
    over: () => over,
    most: () => over * 2 > people,
  };
};

/** Hours of the week in the WTE column: said once, in place of a finding on every person. */
export const HOURS_AS_WTE: FileCheck<WorkforceRow> = {
  rules: [
    {
      code: "hours-as-wte",
      severity: "error",
      scope: "file",
      parts: ["workforce"],
      title: "Hours typed as WTE",
      why: "When over half of the people have more than 1.5 WTE, the column holds hours of the week.",
      mend: "Divide the hours by the full-time week (37.5; 37 or 36 in Scotland).",
      example: {
        part: "workforce",
        trips: { lines: [{ in_post_wte: "37.5" }, { in_post_wte: "30" }, {}] },
        passes: { lines: [{ in_post_wte: "37.5" }, {}, {}] },
      },
    },
  ],
  reads: ["line_type", "in_post_wte"],
  start() {
    const count = createCount();
    return {
      row: (row) => count.row(row),
      end(report) {
        if (count.most())
          report("hours-as-wte", {
            column: "in_post_wte",
            message: `${count.over()} of ${count.people()} person lines have more than ${MOST_WTE} WTE in post: these look like hours.`,
          });
      },
    };
  },
};

/** Findings that hours in the WTE column bring about, which the one finding on the file stands for. */
const BROUGHT_ABOUT = [
  "person-over-wte",
  "person-wte-over-limit",
  "person-wte-over-one",
  "over-establishment",
];

/** Withdraws the findings on single people where the one finding on the file stands for them. */
export const hoursInPlaceOfPeople: Resolver<WorkforceRow> = () => {
  const count = createCount();
  return {
    row: count.row,
    end(withdraw) {
      if (count.most()) BROUGHT_ABOUT.forEach(withdraw);
    },
  };
};
