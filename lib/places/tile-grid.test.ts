import { describe, expect, test } from "vitest";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { placesAsAt } from "./places-as-at";
import { readTileGrid, type Tile } from "./tile-grid";

const read = (text: string): Tile[] => {
  const tiles = readTileGrid(text);
  if (!tiles.ok) throw new Error(tiles.problem.message);
  return tiles.value;
};
const tiles = read(committedText("tile-grid.csv"));
const tile = (code: string) => tiles.find((one) => one.code === code) as Tile;

describe("the tile map", () => {
  test("has one tile for each of the 36 boards and for Wales, Scotland and Northern Ireland", () => {
    const boards = [...placesAsAt(committedTables(), "2026-04-01").values()].filter(
      ({ place }) => place.level === "board",
    );
    expect(tiles.map(({ code }) => code).sort()).toEqual(
      [...boards.map(({ place }) => place.code), "N92000002", "S92000003", "W92000004"].sort(),
    );
  });

  test("puts no two tiles on one spot, and gives each its own label", () => {
    const halves = tiles.flatMap(({ column, row }) => [`${row}:${column}`, `${row}:${column + 1}`]);
    expect(new Set(halves).size).toBe(78);
    expect(new Set(tiles.map(({ label }) => label)).size).toBe(39);
  });

  test("counts grid lines from one, and stands every other row half a tile further right", () => {
    expect(Math.min(...tiles.map(({ column }) => column))).toBe(1);
    expect(Math.min(...tiles.map(({ row }) => row))).toBe(1);
    for (const row of new Set(tiles.map((one) => one.row))) {
      expect(new Set(tiles.filter((one) => one.row === row).map(({ column }) => column % 2)).size).toBe(1);
    }
    expect(tile("QOP").column % 2).not.toBe(tile("QE1").column % 2);
  });

  test("has Scotland above England, Wales at its western edge, Northern Ireland across the sea", () => {
    expect(tile("S92000003").row).toBeLessThan(
      Math.min(...tiles.filter(({ code }) => code !== "S92000003").map((t) => t.row)),
    );
    expect(tile("W92000004").column).toBeLessThan(tile("QOC").column);
    expect(tile("N92000002").column + 2).toBeLessThan(tile("QE1").column);
  });

  test.each([
    ["two tiles on one spot", "code,column,row,label\nA,1,1,a\nB,1,1,b\n", "A and B are in one place"],
    ["a code given twice", "code,column,row,label\nA,1,1,a\nA,2,1,b\n", "A and A are in one place"],
    ["a tile without a row", "code,column,row,label\nA,1,,a\n", "A has no whole column and row"],
  ])("%s is refused", (_, text, message) => {
    const tiles = readTileGrid(text);
    expect(!tiles.ok && tiles.problem.message).toContain(message);
  });
});
