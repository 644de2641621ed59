import type { WorkforceRow } from "../parts/workforce";
import type { FileCheck } from "./file-check";

const WARN_ABOVE = 0.05;
const LEFT_OUT_ABOVE = 0.2;

/** Ages are what retirement is foreseen from; too many unknown ones make the figures of age say little. */
export const UNKNOWN_AGES: FileCheck<WorkforceRow> = {
  rules: [
    {
      code: "unknown-ages",
      severity: "warning",
      scope: "file",
      parts: ["workforce"],
      title: "Many ages are unknown",
      why: "Above 5 % unknown, shares of age are less sure; above 20 % the organisation is left out of age figures.",
      mend: "Fill in the age bands that HR can give, or say why they are not known.",
      example: {
        part: "workforce",
        trips: { lines: [{ age_band: "unknown" }, {}] },
        passes: {
          lines: [
            { line_type: "group", headcount: "1", age_band: "unknown" },
            { line_type: "group", headcount: "19" },
          ],
        },
      },
    },
  ],
  reads: ["line_type", "age_band", "headcount"],
  start() {
    let people = 0;
    let unknown = 0;
    return {
      row({ line_type, age_band, headcount }) {
        if (line_type !== "person" && line_type !== "group") return;
        const heads = line_type === "person" ? 1 : (headcount ?? 0);
        people += heads;
        if (age_band === "unknown") unknown += heads;
      },
      end(report) {
        const share = people === 0 ? 0 : unknown / people;
        if (share <= WARN_ABOVE) return;
        const percent = (share * 100).toFixed(1);
        const leftOut = share > LEFT_OUT_ABOVE ? " The organisation will be left out of age figures." : "";
        report("unknown-ages", {
          column: "age_band",
          message: `The age of ${unknown} of ${people} people (${percent} %) is unknown.${leftOut}`,
        });
      },
    };
  },
};
