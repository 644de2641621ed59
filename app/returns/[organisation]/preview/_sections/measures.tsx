import { Table } from "@/app/_components/nhs/table";
import { figureText } from "@/lib/disclosure/figure-text";
import type { MeasureUnit } from "@/lib/measures/measure";
import { isComparable, ownChange } from "@/lib/measures/own-change";
import { isSaid, type OwnValue } from "@/lib/measures/own-values";
import { TOPICS } from "@/lib/measures/topic";
import type { PublishedAround } from "@/lib/services/returns/preview";
import { exactText, NOT_KNOWN, ownText, titleWithUnit } from "../../data/own-text";

type MeasuresProps = {
  now: readonly OwnValue[];
  before: readonly OwnValue[] | null;
  around: PublishedAround | null;
};

const orderOf = ({ measure }: OwnValue): number => TOPICS.findIndex(({ id }) => id === measure.topic);

function changeText(change: number | null, unit: MeasureUnit): string {
  if (change === null) return "";
  const text = unit === "percent" ? `${exactText(change, "ratio")} points` : exactText(change, unit);
  return change > 0 ? `+${text}` : change === 0 ? "none" : text;
}

/** Rates and shares beside those of the region and the nation; then counts, which are of this organisation alone. */
export function Measures({ now, before, around }: MeasuresProps) {
  const inOrder = [...now].sort((one, other) => orderOf(one) - orderOf(other));
  const pastOf = ({ measure }: OwnValue) => before?.find((past) => past.measure.id === measure.id);
  const told = inOrder.filter((value) => {
    const past = pastOf(value);
    return isSaid(value) || (past !== undefined && isSaid(past));
  });
  const own = (value: OwnValue): string[] => {
    const past = pastOf(value);
    return [
      isSaid(value) ? ownText(value) : NOT_KNOWN,
      ...(before
        ? [
            past && isSaid(past) ? ownText(past) : NOT_KNOWN,
            changeText(ownChange(value, past), value.measure.unit),
          ]
        : []),
    ];
  };
  const columns = [
    { heading: "Figure" },
    { heading: "Now", numeric: true },
    ...(before
      ? [
          { heading: "Last year", numeric: true },
          { heading: "Change", numeric: true },
        ]
      : []),
  ];
  const places = around?.places ?? [];
  return (
    <>
      <section>
        <h2 id="rates">Rates and shares</h2>
        <Table
          caption="Rates and shares, beside those published of your region and nation"
          captionHidden
          compact
          columns={[...columns, ...places.map(({ place }) => ({ heading: place.name, numeric: true }))]}
          rows={told.filter(isComparable).map((value) => ({
            key: value.measure.id,
            cells: [
              titleWithUnit(value.measure),
              ...own(value),
              ...places.map(({ figures }) =>
                figureText(
                  figures.find(({ measure }) => measure === value.measure.id) ?? null,
                  value.measure.unit,
                ),
              ),
            ],
          }))}
        />
      </section>
      <section>
        <h2 id="totals">Totals</h2>
        <Table
          caption="Totals of your own"
          captionHidden
          compact
          columns={columns}
          rows={told
            .filter((value) => !isComparable(value))
            .map((value) => ({
              key: value.measure.id,
              cells: [titleWithUnit(value.measure), ...own(value)],
            }))}
        />
      </section>
    </>
  );
}
