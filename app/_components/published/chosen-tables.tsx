import { chosenFileHref, tableHref } from "@/lib/published/table-choice";
import type { TablePage } from "@/lib/services/published/table-page";
import { Details } from "../nhs/details";
import { Table } from "../nhs/table";
import { SymbolList } from "./symbol-list";

/** The tables of a choice with their releases' standing, their address that stays, and their files. */
export function ChosenTables({ page }: { page: TablePage }) {
  const { fixed, choice, tables } = page;
  if (fixed === null) return null;
  const several = fixed.releases.length > 1;
  return (
    <section aria-labelledby="table">
      <h2 id="table">The table</h2>
      {page.standings.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {choice?.releases.length === 0 ? (
        <p>
          This address shows the newest release as it changes.{" "}
          <a href={tableHref(fixed)}>The same, with its release: an address that stays</a>
        </p>
      ) : null}
      <p className="muster-downloads">
        <span>Download: </span>
        {(["csv", "xlsx", "json"] as const).map((format) => (
          <span key={format}>
            <a href={chosenFileHref(fixed, format)}>
              {format.toUpperCase()}
              <span className="nhsuk-u-visually-hidden"> of this table</span>
            </a>{" "}
          </span>
        ))}
      </p>
      {tables.map((table) => (
        <Table
          caption={`${table.title}.${page.site.synthetic ? " Synthetic data." : ""}`}
          compact
          key={table.title}
          columns={[
            { heading: "Place" },
            ...(several ? [{ heading: "Release", numeric: true }] : []),
            ...table.columns.map((heading) => ({ heading, numeric: true })),
          ]}
          rows={table.rows.map((row) => ({
            key: row.key,
            cells: [
              row.place,
              ...(several ? [row.release] : []),
              ...row.cells.map((cell, at) =>
                cell.href === null ? (
                  cell.text
                ) : (
                  <a href={cell.href} key={table.columns[at]}>
                    {cell.text}
                  </a>
                ),
              ),
            ],
          }))}
        />
      ))}
      {tables.length > 0 ? (
        <>
          <p>Each figure leads to a page of its own: what it rests on, its range, and its other releases.</p>
          <Details summary="Symbols in the table">
            <SymbolList />
          </Details>
        </>
      ) : null}
    </section>
  );
}
