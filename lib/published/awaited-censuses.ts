import { formatDate } from "@/lib/format/date";
import { latestRelease, type Release, seriesOf } from "./release";

/**
 * The censuses of the sample whose releases are still to come: `expected` are those that the start of a demonstration
 * has left to load. None where what is shown is not invented.
 */
export function awaitedCensuses(expected: readonly string[], releases: readonly Release[]): string[] {
  const spoken = new Set(seriesOf(releases).map(({ census }) => census));
  return latestRelease(releases)?.synthetic ? expected.filter((census) => !spoken.has(census)) : [];
}

/** Why there is less before a release than there will be; null where nothing before it is awaited. */
export function awaitedSentence(
  awaited: readonly string[],
  { census }: Pick<Release, "census">,
): string | null {
  const earlier = awaited.filter((one) => one < census).map(formatDate);
  if (earlier.length === 0) return null;
  const named =
    earlier.length === 1 ? earlier[0] : `${earlier.slice(0, -1).join(", ")} and ${earlier.at(-1)}`;
  const [noun, they] =
    earlier.length === 1 ? ["census", "It follows by itself"] : ["censuses", "They follow by themselves"];
  return `Not loaded yet: the sample's ${noun} of ${named}. ${they} after a first start; until then lines over time are short or missing.`;
}
