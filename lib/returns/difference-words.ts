import { formatCount } from "@/lib/format/number";
import { lostTheirKey, type PartDifference, type Removal } from "./difference";
import { PARTS } from "./parts";
import { ROW_KEYS } from "./row-keys";

const rows = (count: number, what = "row", many = `${what}s`) =>
  `${formatCount(count)} ${count === 1 ? what : many}`;

/** What is gone, in a sentence: "41 of the 120 posts with a reference are not in the files any more." */
export function removalInWords({ part, missing, of }: Removal): string {
  const { one = "row", many = "rows" } = ROW_KEYS[part] ?? {};
  const verb = missing === 1 ? "is" : "are";
  return `${formatCount(missing)} of the ${rows(of, one, many)} ${verb} not in the files any more.`;
}

/** How a part differs, in a few words after its name: "2 added, 5 changed, 1 removed". */
export function differenceInWords({ part, state, counts }: PartDifference): string {
  switch (state) {
    case "has-errors":
      return "has errors, so its rows cannot be compared yet";
    case "being-worked-out":
      return "is being worked out, since its files are large";
    case "only-now":
      return `new, ${rows(counts.now + counts.unkeyedNow)}`;
    case "not-sent":
      return `not sent now, and ${rows(counts.before + counts.unkeyedBefore)} before`;
    case "sent-otherwise":
      return part === "devices"
        ? "sent one by one as assets now, so rows are not compared"
        : "sent as rows of devices now, so rows are not compared";
    case "not-linked":
      return `${rows(counts.now + counts.unkeyedNow)}, before ${rows(counts.before + counts.unkeyedBefore)}; without ${ownKey(part)} in both they cannot be linked`;
    case "matched": {
      const { added, changed, removed } = counts;
      if (added + changed + removed === 0 && counts.now > 0) return "no difference in keyed rows";
      if (counts.now + counts.before === 0) return unkeyedInWords(counts);
      const lost = lostTheirKey(counts);
      const without = lost > 0 ? `, ${formatCount(lost)} perhaps there without ${ownKey(part)}` : "";
      return `${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(removed - lost)} removed${without}`;
    }
  }
}

/** The column by which the sender's own rows are found again. */
const ownKey = (part: PartDifference["part"]): string => {
  const name = ROW_KEYS[part]?.columns[0];
  const column = PARTS[part].columns.find((one) => one.name === name);
  return `a ${(column?.title ?? "key").toLowerCase()}`;
};

/** Rows without a key, counted: none is said to be gone. Empty where there are none. */
export function unkeyedInWords({
  unkeyedNow,
  unkeyedBefore,
  unkeyedEqual,
}: Pick<PartDifference["counts"], "unkeyedNow" | "unkeyedBefore" | "unkeyedEqual">): string {
  if (unkeyedNow + unkeyedBefore === 0) return "";
  return `${rows(unkeyedNow)} without a key now and ${formatCount(unkeyedBefore)} before, ${formatCount(unkeyedEqual)} of them equal`;
}
