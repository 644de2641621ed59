import type { Table } from "@/lib/reports/table";
import { citationOf, figuresLicence, NAMES_LICENCE, ROUNDING } from "./citation";
import type { Release } from "./release";

/** The sheet that a workbook begins with: what it is of, then how it is used, cited and read. */
export function coverTable(
  release: Release,
  about: readonly (readonly [string, string])[],
  what = "the place and the measure",
): Pick<Table, "columns" | "rows"> {
  return {
    columns: [
      { name: "what", title: "What", type: "text", words: "What is said", required: true },
      { name: "says", title: "Says", type: "text", words: "What there is to say of it", required: true },
    ],
    rows: [
      ...about,
      ...(release.synthetic ? [["Synthetic", "Every figure is invented sample data"]] : []),
      ["How to cite", citationOf(release, what)],
      ["Licence of figures", figuresLicence(release)],
      ["Licence of names", NAMES_LICENCE],
      ["How figures are protected", ROUNDING],
      ["Rule set", release.ruleSet],
      ["Version of the code", release.codeVersion],
      ["<5", "Under five, which may be none"],
      ["c", "Cannot be shown. It says nothing about how large the number is"],
      [":", "Not returned. Missing is not zero"],
    ],
  };
}
