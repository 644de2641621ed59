import type { Figure } from "@/lib/disclosure/figure";
import type { Reader } from "../../transaction";

const COLUMNS = `cell_id AS "cellId", level, place, dimension, category, measure, basis, audience,
  value::float8, symbol, low::float8, high::float8`;

/** All figures of one place that the role may see, in a fixed order. */
export const figuresOfPlace = (reader: Reader, release: number, place: string) =>
  reader.rows<Figure>(
    `SELECT ${COLUMNS} FROM published.figure WHERE release = $1 AND place = $2 ORDER BY measure, dimension, category, cell_id`,
    [release, place],
  );

/** The totals (no breakdown) of several places. */
export const totalsOfPlaces = (reader: Reader, release: number, places: readonly string[]) =>
  reader.rows<Figure>(
    `SELECT ${COLUMNS} FROM published.figure
     WHERE release = $1 AND place = ANY($2) AND dimension = 'all' ORDER BY place, measure, cell_id`,
    [release, places],
  );

/** Every figure of a release that the role may see. */
export const allFiguresOf = (reader: Reader, release: number) =>
  reader.rows<Figure>(`SELECT ${COLUMNS} FROM published.figure WHERE release = $1 ORDER BY cell_id`, [
    release,
  ]);
