import type { Chart } from "@/lib/charts/chart";
import { nameInSentence } from "./name-in-sentence";

/**
 * From where the value is least to where it is most among the places of a comparison: "From 4% in the Midlands to 9% in
 * London". Null where no two places differ.
 */
export function spreadWords(chart: Chart): string | null {
  if (chart.kind === "series") return null;
  const known = chart.rows.filter((row) => row.mark === undefined && row.value !== null);
  const [most] = known;
  const least = known.at(-1);
  if (!most || !least || most.text === least.text) return null;
  return `From ${least.text} in ${nameInSentence(least.label)} to ${most.text} in ${nameInSentence(most.label)}`;
}
