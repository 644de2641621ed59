import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTileGrid, type Tile } from "@/lib/places/tile-grid";

let read: Tile[] | undefined;

/** The tiles of the map, read once a process from the project's own table. */
export function tileGrid(): readonly Tile[] {
  if (read === undefined) {
    const grid = readTileGrid(readFileSync(join(process.cwd(), "data/reference/tile-grid.csv"), "utf8"));
    if (!grid.ok) throw new Error(grid.problem.message);
    read = grid.value;
  }
  return read;
}
