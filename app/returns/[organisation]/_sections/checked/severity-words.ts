import type { TagColour } from "@/app/_components/nhs/tag";
import type { Severity } from "@/lib/returns/report";

const WORDS = {
  error: { word: "Error", words: "errors", colour: "red" },
  warning: { word: "Warning", words: "warnings", colour: "orange" },
  notice: { word: "Notice", words: "notices", colour: "blue" },
} as const satisfies Record<Severity, { word: string; words: string; colour: TagColour }>;

/** How grave a finding is, without the catalogue of rules, which the page need not hold. */
export const severityWords = (severity: Severity) => WORDS[severity];

/** “2 errors and 1 warning”, of whatever there is; notices are hints and are not counted. */
export function foundInWords(counts: readonly { severity: Severity; count: number }[]): string {
  const said = (["error", "warning"] as const).flatMap((severity) => {
    const count = counts.reduce((sum, each) => (each.severity === severity ? sum + each.count : sum), 0);
    if (count === 0) return [];
    return [
      `${count.toLocaleString("en-GB")} ${count === 1 ? WORDS[severity].word.toLowerCase() : WORDS[severity].words}`,
    ];
  });
  return said.length > 0 ? said.join(" and ") : "no error and no warning";
}
