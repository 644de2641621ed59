import { formatDate } from "@/lib/format/date";
import type { DifferenceView } from "@/lib/services/returns/read-difference";

/** What something is held against: an approved version of the same census, or last year's approved return. */
export function previousInWords(previous: DifferenceView["previous"], census: string): string {
  const { version, kind } = previous;
  const nil = kind === "nil" ? ", a nil return" : "";
  return previous.census === census
    ? `version ${version}${nil}, which was approved before it`
    : `last year\u2019s approved return${nil} (census of ${formatDate(previous.census)})`;
}

/** What is held against it, at the start of a sentence. */
export const versionInWords = (version: number | null): string =>
  version === null ? "Your files in work," : `Version ${version},`;
