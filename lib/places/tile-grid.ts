import { fail, ok, type Result } from "@/lib/result";
import { readTable } from "./csv-table";

/**
 * One tile of the map: a board, or a nation without boards. `column` and `row` are grid lines counted from 1; a tile
 * is two columns wide, so that every other row stands half a tile further right: `grid-column: {column} / span 2`.
 */
export type Tile = { code: string; label: string; column: number; row: number };

/**
 * Reads the tile grid (`code, column, row, label`; whole tiles, odd rows half a tile to the right) into CSS grid lines,
 * from the top left, in reading order. Fails when two tiles share a spot or a code is given twice.
 */
export function readTileGrid(text: string): Result<Tile[]> {
  const rows = readTable(text, "tile-grid.csv", ["code", "column", "row", "label"]);
  if (!rows.ok) return rows;
  const tiles = rows.value.map(({ cell }) => {
    const row = Number(cell("row") ?? Number.NaN);
    const half = 2 * Number(cell("column") ?? Number.NaN) + (row % 2 === 0 ? 0 : 1);
    return { code: cell("code") ?? "", label: cell("label") ?? "", column: half, row };
  });
  const wrong = tiles.find(
    ({ code, column, row }) => code === "" || !Number.isInteger(column) || !Number.isInteger(row),
  );
  if (wrong)
    return fail("tile-grid", `tile-grid.csv: ${wrong.code || "a tile"} has no whole column and row.`);
  const taken = new Map<string, string>();
  for (const { code, column, row } of tiles) {
    for (const key of [code, `${row}:${column}`, `${row}:${column + 1}`]) {
      const before = taken.get(key);
      if (before !== undefined)
        return fail("tile-grid", `tile-grid.csv: ${before} and ${code} are in one place.`);
      taken.set(key, code);
    }
  }
  const left = Math.min(...tiles.map(({ column }) => column));
  const top = Math.min(...tiles.map(({ row }) => row));
  return ok(
    tiles
      .map((tile) => ({ ...tile, column: tile.column - left + 1, row: tile.row - top + 1 }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  );
}
