import type { ReceivedPart } from "@/db/queries/parts";
import type { Report, RuleCount } from "@/lib/returns/report";

const keyOf = ({ severity, code }: RuleCount) => `${severity} ${code}`;

/** Whether a received file, judged again, gives each rule as often as it did when it was received. */
export function judgedAsBefore({ counts }: ReceivedPart, now: Report): boolean {
  const before = new Map(counts.map((count) => [keyOf(count), count.count]));
  return (
    now.counts.length === before.size && now.counts.every((count) => before.get(keyOf(count)) === count.count)
  );
}
