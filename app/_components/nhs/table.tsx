import type { ReactNode } from "react";

export type TableColumn = { heading: string; numeric?: boolean };

type TableProps = {
  /** What the table shows, of whom and when. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  /** The first cell of a row is its heading. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  compact?: boolean;
};

/** A table that scrolls sideways on its own when it must, and can then be reached by keyboard. */
export function Table({ caption, captionHidden, columns, rows, compact }: TableProps) {
  const numeric = (index: number) => (columns[index]?.numeric ? " nhsuk-table__cell--numeric" : "");
  return (
    <section
      className="muster-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : "Table"}
    >
      <table className={compact ? "nhsuk-table nhsuk-table--compact" : "nhsuk-table"}>
        <caption
          className={
            captionHidden ? "nhsuk-u-visually-hidden" : "nhsuk-table__caption nhsuk-table__caption--s"
          }
        >
          {caption}
        </caption>
        <thead className="nhsuk-table__head">
          <tr className="nhsuk-table__row">
            {columns.map((column) => (
              <th
                className={
                  column.numeric ? "nhsuk-table__header nhsuk-table__header--numeric" : "nhsuk-table__header"
                }
                scope="col"
                key={column.heading}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map((row) => (
            <tr className="nhsuk-table__row" key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th className="nhsuk-table__header" scope="row" key="heading">
                    {cell}
                  </th>
                ) : (
                  <td className={`nhsuk-table__cell${numeric(index)}`} key={columns[index]?.heading ?? index}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
