import { csvLines } from "./csv-lines";
import type { SampleTruth } from "./sample-truth";

type Told = { before: number; stayed: number };

/** Of each organisation whose every person has a key at both censuses: who was there before, and who of them still is. */
export function keysOfBoth(before: SampleTruth, now: SampleTruth): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const code of now.files.keys()) {
    const [then, here] = [keysOf(before, code), keysOf(now, code)];
    if (!then || !here) continue;
    const people = [...then];
    told.set(code, { before: people.length, stayed: people.filter((key) => here.has(key)).length });
  }
  return told;
}

/** The keys of an organisation's people; null where one has none, or nobody is there. */
function keysOf({ files }: SampleTruth, code: string): Set<string> | null {
  const people = (files.get(code) ?? [])
    .filter(({ part }) => part === "workforce")
    .flatMap(({ text }) => csvLines(text))
    .filter((row) => ["person", "group"].includes(row.line_type ?? ""));
  if (people.length === 0 || people.some((row) => !row.person_key)) return null;
  return new Set(people.map((row) => row.person_key ?? ""));
}

const OF_KEYS = ["organisations-with-keys", "people-before", "people-stayed", "stability"];

/** The exact value behind a figure of who stayed, by the last two of the censuses; null of any other. */
export function exactOfKeys(
  { measure, place }: { measure: string; place: string },
  truths: readonly SampleTruth[],
): number | null {
  if (!OF_KEYS.includes(measure)) return null;
  const [before, now] = truths.slice(-2);
  const told = before && now ? keysOfBoth(before, now) : new Map<string, Told>();
  const here = (truths.at(-1)?.under.get(place) ?? []).flatMap((code) => told.get(code) ?? []);
  if (measure === "organisations-with-keys") return here.length;
  const sum = (of: keyof Told) => here.reduce((total, one) => total + one[of], 0);
  if (measure === "stability") return (100 * sum("stayed")) / sum("before");
  return sum(measure === "people-before" ? "before" : "stayed");
}
