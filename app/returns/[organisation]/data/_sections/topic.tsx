import { Details } from "@/app/_components/nhs/details";
import { Table } from "@/app/_components/nhs/table";
import type { Measure } from "@/lib/measures/measure";
import { isSaid, type OwnValue } from "@/lib/measures/own-values";
import { unlocksOf } from "@/lib/measures/unlocks";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { partTitle } from "../../_sections/upload-parts";
import { ownText, titleWithUnit } from "../own-text";

export type Stage = { key: string; heading: string; values: readonly OwnValue[]; sent: readonly PartName[] };

type TopicProps = { title: string; measures: readonly Measure[]; stages: readonly Stage[] };

/** The measures of one topic at each stage, and what would make the rest of them known. */
export function TopicTable({ title, measures, stages }: TopicProps) {
  const newest = stages[0];
  if (!newest) return null;
  const valueAt = (stage: Stage, id: string) => stage.values.find(({ measure }) => measure.id === id);
  const shown = measures.filter(({ id }) =>
    stages.some((stage) => {
      const value = valueAt(stage, id);
      return value !== undefined && isSaid(value);
    }),
  );
  const own = newest.values.filter(({ measure }) => measures.some(({ id }) => id === measure.id));
  return (
    <>
      {shown.length > 0 ? (
        <div className="muster-own">
          <Table
            caption={`${title}, exact`}
            captionHidden
            compact
            columns={[{ heading: "Figure" }, ...stages.map(({ heading }) => ({ heading, numeric: true }))]}
            rows={shown.map((measure) => ({
              key: measure.id,
              cells: [
                titleWithUnit(measure),
                ...stages.map((stage) => {
                  const value = valueAt(stage, measure.id);
                  return value && isSaid(value) ? ownText(value) : "not known";
                }),
              ],
            }))}
          />
        </div>
      ) : (
        <p>Nothing is known of this yet.</p>
      )}
      <Unlocks values={own} sent={newest.sent} title={title} />
    </>
  );
}

function Unlocks({
  values,
  sent,
  title,
}: {
  values: readonly OwnValue[];
  sent: readonly PartName[];
  title: string;
}) {
  const unlocks = unlocksOf(values, new Set(sent));
  if (unlocks.length === 0) return null;
  return (
    <Details
      summary={
        <>
          What is missing, and what would show it<span className="nhsuk-u-visually-hidden">: {title}</span>
        </>
      }
    >
      <ul className="nhsuk-list nhsuk-list--bullet">
        {unlocks.map(({ part, columns, measures }) => (
          <li key={`${part} ${columns?.join()}`}>
            {part === "return" ? null : columns === null ? (
              <>
                <strong>
                  Send {part === "devices" ? "devices or assets" : partTitle(part).toLowerCase()}
                </strong>{" "}
                to see:{" "}
              </>
            ) : (
              <>
                <strong>Fill in {columnTitles(part, columns)}</strong> in {partTitle(part).toLowerCase()} to
                see:{" "}
              </>
            )}
            {measures.map((measure) => measure.charAt(0).toLowerCase() + measure.slice(1)).join("; ")}.
          </li>
        ))}
      </ul>
    </Details>
  );
}

const columnTitles = (part: PartName, columns: readonly string[]): string =>
  columns
    .map((name) => PARTS[part].columns.find((column) => column.name === name)?.title ?? name)
    .map((title) => `“${title}”`)
    .join(", ");
