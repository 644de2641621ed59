import { Table } from "@/app/_components/nhs/table";
import { formatCount } from "@/lib/format/number";
import { lostTheirKey, type PartDifference } from "@/lib/returns/difference";
import { differenceInWords, unkeyedInWords } from "@/lib/returns/difference-words";
import { partTitle } from "../../_sections/upload-parts";

/** How many rows of each part are added, changed, removed and the same; what cannot be matched is said below. */
export function Counts({ parts }: { parts: readonly PartDifference[] }) {
  const matched = parts.filter(({ state, counts }) => state === "matched" && counts.now + counts.before > 0);
  const others = parts.filter((part) => !matched.includes(part));
  return (
    <>
      {matched.length > 0 ? (
        <Table
          caption="Rows that can be matched by their key"
          captionHidden
          columns={[
            { heading: "Part" },
            { heading: "Added", numeric: true },
            { heading: "Changed", numeric: true },
            { heading: "Removed", numeric: true },
            { heading: "The same", numeric: true },
          ]}
          rows={matched.map(({ part, counts }) => ({
            key: part,
            cells: [
              partTitle(part),
              ...[counts.added, counts.changed, counts.removed - lostTheirKey(counts), counts.same].map(
                formatCount,
              ),
            ],
          }))}
        />
      ) : null}
      {others.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {others.map((part) => (
            <li key={part.part}>
              {partTitle(part.part)}: {differenceInWords(part)}.
            </li>
          ))}
        </ul>
      ) : null}
      {matched.map(({ part, counts }) => {
        const lost = lostTheirKey(counts);
        return lost > 0 ? (
          <p key={part}>
            {partTitle(part)}: {formatCount(lost)} more are listed below as removed, and as many rows have
            lost their key: they are not counted as gone. Give them the key that they had, and they are found
            again.
          </p>
        ) : null;
      })}
      {matched.map(({ part, counts }) => {
        const words = unkeyedInWords(counts);
        return words ? (
          <p key={part}>
            {partTitle(part)}: {words}. Rows without a key are not linked, so none of them is said to be gone
            or new.
          </p>
        ) : null;
      })}
    </>
  );
}
