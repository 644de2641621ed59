import type { JudgedFile } from "./judge-file";

/** What is said of whom an organisation serves: by the profile it sent, or by one about to be sent. */
export type Served = readonly string[] | null;

/**
 * Whom the return says it serves: what the profiles in work say, and those that were accepted here before they are sent.
 * A profile with errors says nothing until it is mended. Null while nobody has said anything.
 */
export function servedWith(inWork: Served, judged: readonly JudgedFile[]): Served {
  const accepted = judged.filter(
    ({ part, obstacle, report }) => part === "profile" && obstacle === null && report.verdict === "accepted",
  );
  if (accepted.length === 0) return inWork;
  return [...new Set([...(inWork ?? []), ...accepted.flatMap(({ served }) => served)])].sort();
}

/** Whether two say the same. */
export const sameServed = (one: Served, other: Served): boolean =>
  (one === null) === (other === null) && [...(one ?? [])].sort().join() === [...(other ?? [])].sort().join();
