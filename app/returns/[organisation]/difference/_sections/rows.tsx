import { Details } from "@/app/_components/nhs/details";
import { Table } from "@/app/_components/nhs/table";
import { Tag, type TagColour } from "@/app/_components/nhs/tag";
import { formatCount } from "@/lib/format/number";
import { changedColumns, changeInWords, changesOf, rowInWords } from "@/lib/returns/row-words";
import type { PartRows } from "@/lib/services/returns/read-difference";
import { partTitle } from "../../_sections/upload-parts";

const KINDS: Readonly<Record<PartRows["rows"][number]["kind"], { text: string; colour: TagColour }>> = {
  removed: { text: "Removed", colour: "red" },
  changed: { text: "Changed", colour: "blue" },
  added: { text: "Added", colour: "green" },
};

/** Of a row with more changes than these the first are told; the rest is in the download. */
const MOST_CHANGES = 4;

/** The rows of a part that differ, those removed first, with each cell before and now. */
export function Rows({ part, rows }: PartRows) {
  const title = partTitle(part);
  const columns = changedColumns(part, rows);
  const count = `${formatCount(rows.length)} ${rows.length === 1 ? "row that differs" : "rows that differ"}`;
  return (
    <section>
      <h2 id={`rows-${part}`}>{title}, row by row</h2>
      {columns.length > 0 ? (
        <p>
          What changed, and on how many rows:{" "}
          {columns.map(({ column, rows: of }) => `${column.title} (${formatCount(of)})`).join(", ")}.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <Details summary={`${title}: ${count}`} open={rows.length <= OPEN_UP_TO}>
          <Table
            caption={`Rows of ${title.toLowerCase()} that differ`}
            captionHidden
            compact
            columns={[{ heading: "Row" }, { heading: "Difference" }, { heading: "Before \u2192 now" }]}
            rows={rows.map((row) => {
              const name = rowInWords(part, row.now ?? row.before ?? {});
              return {
                key: `${row.kind} ${row.beforeLine} ${row.nowLine} ${name}`,
                cells: [
                  name,
                  <Tag key="kind" colour={KINDS[row.kind].colour}>
                    {KINDS[row.kind].text}
                  </Tag>,
                  changesInWords(part, row),
                ],
              };
            })}
          />
        </Details>
      ) : (
        <p>These rows are in the download.</p>
      )}
    </section>
  );
}

/** A short list is open; a long one is there for who opens it. */
const OPEN_UP_TO = 20;

function changesInWords(part: PartRows["part"], { now, before }: PartRows["rows"][number]): string {
  const changes = before && now ? changesOf(part, before, now).map(changeInWords) : [];
  const more = changes.length - MOST_CHANGES;
  return [...changes.slice(0, MOST_CHANGES), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
