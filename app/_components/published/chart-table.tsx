import type { Chart, ChartRow } from "@/lib/charts/chart";
import { Table } from "../nhs/table";

const withRange = (row: ChartRow) => (row.range ? `${row.text} (${row.range})` : <Value row={row} />);

/** The same rows as the picture, as a table. */
export function ChartTable({ chart }: { chart: Chart }) {
  const caption = `${chart.title}. ${chart.subtitle}${chart.synthetic ? " Synthetic data." : ""}`;
  if (chart.kind === "series")
    return (
      <Table
        caption={caption}
        compact
        columns={[
          { heading: chart.dense ? "Year" : "Census" },
          ...[...chart.lines, ...(chart.bands ?? [])].map(({ label }) => ({ heading: label, numeric: true })),
        ]}
        rows={chart.dates.map((date, index) => ({
          key: date,
          cells: [
            date,
            ...chart.lines.map((line) => {
              const point = line.points[index];
              return point ? withRange(point) : "";
            }),
            ...(chart.bands ?? []).map(({ text }) => text),
          ],
        }))}
      />
    );
  const ranged = chart.rows.some((row) => row.range);
  return (
    <Table
      caption={caption}
      compact
      columns={[
        { heading: chart.rowHeading },
        { heading: chart.valueHeading, numeric: true },
        ...(ranged ? [{ heading: "Range", numeric: true }] : []),
      ]}
      rows={chart.rows.map((row) => ({
        key: row.key,
        cells: [
          <RowName row={row} key="name" />,
          <Value row={row} key="value" />,
          ...(ranged ? [row.range ?? "–"] : []),
        ],
      }))}
    />
  );
}

function RowName({ row }: { row: ChartRow }) {
  return row.href ? <a href={row.href}>{row.label}</a> : row.label;
}

/** What there is to say, and why it is no value. */
function Value({ row }: { row: ChartRow }) {
  if (!row.why) return row.text;
  return (
    <>
      {row.text}
      <span className="muster-more">{row.why}</span>
    </>
  );
}
