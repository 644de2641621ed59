import type { Checker } from "./start-checker";
import type { ChosenFile } from "./use-checked-files";

/** Whether a file may leave: it was checked and nothing stands in its way, or it could not be checked here. */
export const mayGo = ({ state, judged }: ChosenFile): boolean =>
  state === "failed" || (state === "checked" && judged?.obstacle === null);

/** Whether nothing is known of what is in it: it leaves only where its sender says that nothing in it has to stay. */
export const isUnchecked = ({ state }: ChosenFile): boolean => state === "failed";

/** Whether raw person keys of the file have to be made safe. A file of groups has none. */
export const needsKey = ({ judged, asGroups }: ChosenFile): boolean =>
  !asGroups && (judged?.rawKeys ?? false);

const QUOTES = new Set(["quote-not-closed", "quote-misplaced"]);

/** A stray quote could not be written again without a guess at what was meant. */
export const mustBeMended = (chosen: ChosenFile): boolean =>
  // After a mark that is never closed nothing is read, so that raw keys may stand there too.
  ((chosen.judged?.holdsMore ?? false) || (chosen.judged?.keyColumn ?? false)) &&
  (chosen.judged?.report.counts.some(({ code }) => QUOTES.has(code)) ?? false);

/**
 * The file as it leaves: as it is where it holds declared columns alone; else written again without what stays here,
 * with hashed keys, or with groups in place of people.
 *
 * @param key the organisation's own; null leaves the column of person keys out
 */
export async function fileToSend(
  chosen: ChosenFile,
  key: Uint8Array | null,
  ask: Checker["ask"],
): Promise<Blob> {
  const { file, judged, asGroups, grouped } = chosen;
  if (asGroups && !grouped) throw new Error("The groups are not made yet.");
  if (asGroups && grouped) return new Blob([grouped.csv], { type: "text/csv" });
  if (!judged?.holdsMore && !needsKey(chosen)) return file;
  // Keys that are hashed already need no key of ours, and stay as they are.
  const keys = needsKey(chosen) ? (key ? { hashWith: key } : "leave-out") : "as-they-are";
  return ask({ ask: "prepare", file, part: judged?.part ?? "workforce", keys });
}
