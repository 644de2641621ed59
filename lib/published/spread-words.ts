import type { Chart } from "@/lib/charts/chart";
import type { Level } from "@/lib/places/place";
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

/** The same in a sentence beside a map of boards, whose own spread is wider: of a nation by region, of the United Kingdom by both. */
export function spreadBesideMap(chart: Chart | undefined, level: Level): string | null {
  const words = chart ? spreadWords(chart) : null;
  if (words === null) return null;
  const among = level === "united_kingdom" ? "region and nation" : "region";
  return `By ${among}: ${words.charAt(0).toLowerCase() + words.slice(1)}.`;
}
