import { type ReactNode, useId } from "react";
import { ScrollRegion } from "./scroll-region";

export type TableColumn = { heading: string; numeric?: boolean };

type TableProps = {
  /** What the table shows, of whom and when. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  /** The first cell of a row is its heading. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  compact?: boolean;
  className?: string;
};

/**
 * A table that scrolls sideways on its own when it must, and can then be reached by keyboard. It has the design system's
 * look by its elements (see muster.css): a class on each cell would be a third of a page of figures.
 */
export function Table({ caption, captionHidden, columns, rows, compact, className }: TableProps) {
  const id = useId();
  const numbersOnly = columns.length > 1 && columns.slice(1).every((column) => column.numeric);
  const classes = ["muster-table"];
  if (compact) classes.push("muster-table--compact");
  if (className) classes.push(className);
  if (numbersOnly) classes.push("muster-table--numbers");
  const align = (index: number) => (columns[index]?.numeric && !numbersOnly ? "n" : undefined);
  return (
    <ScrollRegion labelledBy={id}>
      <table className={classes.join(" ")}>
        <caption id={id} className={captionHidden ? "nhsuk-u-visually-hidden" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th scope="col" className={align(index)} key={column.heading}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" key="heading">
                    {cell}
                  </th>
                ) : (
                  <td className={align(index)} key={columns[index]?.heading ?? index}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
