import Papa from "papaparse";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools } from "@/db/pool";
import type { Figure } from "@/lib/disclosure/figure";
import { figureWords, rangeText } from "@/lib/disclosure/figure-text";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import { shortName } from "@/lib/places/short-name";
import { readDataAddress } from "@/lib/published/data-address";
import { figureHref } from "@/lib/published/figure-href";
import { hasPage } from "@/lib/published/page-measures";
import { choiceSegments } from "@/lib/published/table-choice";
import { answerApi } from "@/lib/services/published/api-answer";
import { readChartTable } from "@/lib/services/published/chart-file";
import { readChosenFile } from "@/lib/services/published/chosen-file";
import { readDataFile } from "@/lib/services/published/data-file";
import { readFigurePage } from "@/lib/services/published/figure-page";
import { readTablePage } from "@/lib/services/published/table-page";
import { type TestDatabase, testDatabase } from "../support/database";
import { loadPlaces, publishNation } from "../support/published-nation";

/** Drawn by a fixed rule, so that the same cells are looked at each time. */
const CELLS = 200;
let database: TestDatabase;
let cells: (Figure & { name: string })[];

beforeAll(async () => {
  database = await testDatabase();
  process.env.MUSTER_APP_URL = database.appUrl;
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", more: 20 });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    `SELECT f.cell_id AS "cellId", f.level, f.place, dimension, category, measure, basis, audience,
       value::float8, symbol, low::float8, high::float8, p.name
     FROM published.figure f JOIN published.place p ON p.release = f.release AND p.code = f.place
     WHERE f.release = 2 AND audience = 'public' AND f.level <> 'organisation'
     ORDER BY md5(cell_id) LIMIT ${CELLS}`,
  );
  await owner.end();
  cells = rows;
});

afterAll(async () => {
  await endPools();
  await database?.drop();
});

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
const number = (text: string | undefined) => (text === "" || text === undefined ? null : Number(text));
const told = ({ value, symbol, low, high }: Pick<Figure, "value" | "symbol" | "low" | "high">) => ({
  value,
  symbol,
  low,
  high,
});
const asTold = (row: Record<string, string> | undefined) =>
  row && {
    value: number(row.value),
    symbol: row.symbol || null,
    low: number(row.low),
    high: number(row.high),
  };

/** The segments of an address after its first ones. */
const after = (href: string, count: number) => href.split("/").slice(count).map(decodeURIComponent);

test("the sample of cells is of every kind: with a value, bounded, withheld, in total and broken down", () => {
  expect(cells).toHaveLength(CELLS);
  const kinds = new Set(cells.map(({ symbol }) => symbol));
  for (const kind of [null, "<5", "c"]) expect(kinds).toContain(kind);
  expect(new Set(cells.map(({ dimension }) => dimension)).size).toBeGreaterThan(4);
});

test(`of ${CELLS} cells the file of the place, the table of one's own and the interface hold the very figure of the release`, async () => {
  for (const cell of cells) {
    const address = readDataAddress(["r2", "places", cell.place, `${cell.measure}.csv`]);
    const file = address.ok ? await readDataFile(address.value) : null;
    if (file?.kind !== "found") throw new Error(cell.cellId);
    const row = rowsOf(String(file.body)).find((one) => one.cell_id === cell.cellId);
    expect(asTold(row), cell.cellId).toEqual(told(cell));

    const choice = {
      places: [cell.place],
      measures: [cell.measure],
      by: cell.dimension === "all" ? null : cell.dimension,
      releases: [2],
    };
    const chosen = await readChosenFile(choiceSegments(choice), "csv");
    if (chosen.kind !== "found") throw new Error(JSON.stringify(chosen));
    const same = rowsOf(String(chosen.body)).find((one) => one.cell_id === cell.cellId);
    expect(same, cell.cellId).toEqual(row);

    const answer = await answerApi(["releases", "r2", "figures", cell.cellId], new URLSearchParams());
    if (answer.kind !== "found") throw new Error(cell.cellId);
    const { data } = answer.body as { data: Figure & { reason: string | null } };
    expect(told(data), cell.cellId).toEqual(told(cell));
    expect(data.reason ?? "", cell.cellId).toBe(row?.reason);
  }
});

test(`of ${CELLS} cells the figure's own page and the table's page say the figure of the release, and lead to one another`, async () => {
  for (const cell of cells) {
    const { unit } = knownMeasure(cell.measure);
    const view = after(figureHref(cell, 2), 3);
    const page = (await readFigurePage(cell.place, view))?.value;
    if (page?.kind !== "figure") throw new Error(cell.cellId);
    expect(told(page.figure), cell.cellId).toEqual(told(cell));
    // Of what the work requires only the interval may be shown.
    const words = [figureWords(cell, unit), rangeText(cell, unit)];
    expect(words, cell.cellId).toContain(page.shown.text);

    const choice = {
      places: [cell.place],
      measures: [cell.measure],
      by: cell.dimension === "all" ? null : cell.dimension,
      releases: [2],
    };
    const table = (await readTablePage(choiceSegments(choice)))?.value;
    const shown = table?.tables
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
      .find(({ href }) => href === figureHref(cell, 2));
    const short = [page.shown.text, cell.symbol, String(cell.value)];
    expect(short, cell.cellId).toContain(shown?.text);
  }
});

test(`of ${CELLS} cells each that is drawn in a chart has the figure of the release in its rows`, async () => {
  const charts = new Map<string, Promise<Record<string, string>[]>>();
  let drawn = 0;
  for (const cell of cells) {
    if (!hasPage(knownMeasure(cell.measure))) continue;
    const chart = cell.dimension === "all" ? cell.measure : `${cell.measure}-by-${cell.dimension}`;
    const path = `${cell.place}/${chart}`;
    if (!charts.has(path)) charts.set(path, rowsOfChart(cell.place, chart));
    const label =
      cell.dimension === "all"
        ? shortName(cell.name)
        : categoryTitle(knownDimension(cell.dimension), cell.category);
    const row = (await charts.get(path))?.find((one) => one.row === label);
    if (row === undefined) continue;
    drawn++;
    const { value, low, high } = asTold(row) ?? {};
    if (row.value !== "") expect(value, cell.cellId).toBe(cell.value);
    if (row.low !== "") expect([low, high], cell.cellId).toEqual([cell.low, cell.high]);
    if (row.value === "" && row.low === "") expect(cell.value, cell.cellId).toBeNull();
  }
  expect(drawn).toBeGreaterThan(60);
});

async function rowsOfChart(place: string, chart: string): Promise<Record<string, string>[]> {
  const file = await readChartTable({ release: 2, place, chart, width: "wide", format: "csv" });
  return file.kind === "found" ? rowsOf(file.csv) : [];
}
