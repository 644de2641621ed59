import Papa from "papaparse";
import type { Page } from "playwright-core";

/** A picture's figure on a page as a reader has it: its table, and where its pictures and its file are. */
export type ShownFigure = {
  id: string;
  headings: string[];
  rows: { cells: string[]; href: string | null }[];
  pictures: string[];
  csv: string;
};

/** Every figure of the page as it stands, with or without scripts. */
export const shownFigures = (page: Page) =>
  page.evaluate<ShownFigure[]>(`[...document.querySelectorAll("figure.muster-figure")].map((figure) => ({
    id: figure.id,
    headings: [...figure.querySelectorAll("thead th")].map((cell) => cell.textContent),
    rows: [...figure.querySelectorAll("tbody tr")].map((row) => ({
      cells: [...row.cells].map((cell) => cell.textContent),
      href: row.querySelector("a")?.getAttribute("href") ?? null,
    })),
    pictures: [...figure.querySelectorAll("source, img")].map((one) => one.getAttribute("srcset") ?? one.getAttribute("src")),
    csv: [...figure.querySelectorAll("a")].map((link) => link.getAttribute("href")).find((href) => href.endsWith(".csv")),
  }))`);

/** A line of a file of figures, by column. */
export type FileLine = Record<string, string>;

export function fileLines(csv: string): FileLine[] {
  const { data, errors } = Papa.parse<FileLine>(csv, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`A file of figures cannot be read: ${errors[0]?.message}`);
  return data;
}

/** A cell of numbers; empty is null, and never nought. */
const number = (cell: string | undefined) => (cell === undefined || cell === "" ? null : Number(cell));

/** What a line of a file says, as a figure is. */
export const figureOfLine = (line: FileLine) => ({
  value: number(line.value),
  symbol: (line.symbol || null) as "<5" | "c" | ":" | "x" | null,
  low: number(line.low),
  high: number(line.high),
});
