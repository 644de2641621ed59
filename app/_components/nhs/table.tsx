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
  /**
   * Where there is little room each row stands as a block, each cell under the heading of its column, and nothing
   * scrolls sideways: for rows of words, which nobody reads down a column.
   */
  stacks?: boolean;
};

/**
 * A table that scrolls sideways on its own when it must, and can then be reached by keyboard. It has the design system's
 * look by its elements (see muster.css): a class on each cell would be a third of a page of figures.
 */
export function Table({ caption, captionHidden, columns, rows, compact, className, stacks }: TableProps) {
  const id = useId();
  const numbersOnly = columns.length > 1 && columns.slice(1).every((column) => column.numeric);
  const classes = ["muster-table"];
  if (compact) classes.push("muster-table--compact");
  if (className) classes.push(className);
  if (stacks) classes.push("muster-table--stacks");
  // A table that is drawn as blocks is one to a screen reader only where its roles are spelled out.
  const role = (of: string) => (stacks ? of : undefined);
  if (numbersOnly) classes.push("muster-table--numbers");
  const align = (index: number) => (columns[index]?.numeric && !numbersOnly ? "n" : undefined);
  return (
    <ScrollRegion labelledBy={id}>
      <table className={classes.join(" ")} role={role("table")}>
        <caption id={id} className={captionHidden ? "nhsuk-u-visually-hidden" : undefined}>
          {caption}
        </caption>
        <thead role={role("rowgroup")}>
          <tr role={role("row")}>
            {columns.map((column, index) => (
              <th scope="col" role={role("columnheader")} className={align(index)} key={column.heading}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role("rowgroup")}>
          {rows.map((row) => (
            <tr key={row.key} role={role("row")}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" role={role("rowheader")} key="heading">
                    {cell}
                  </th>
                ) : (
                  <td role={role("cell")} className={align(index)} key={columns[index]?.heading ?? index}>
                    {stacks ? (
                      <>
                        <span className="muster-stacked" aria-hidden="true">
                          {columns[index]?.heading}
                        </span>
                        <div>{cell}</div>
                      </>
                    ) : (
                      cell
                    )}
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
