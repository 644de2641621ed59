import type { Figure } from "@/lib/disclosure/figure";
import type { Level } from "@/lib/places/place";
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

/** Which of these measures the release has a value of, for any place and category. */
export async function measuresWithValue(
  reader: Reader,
  release: number,
  measures: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ measure: string }>(
    `SELECT measure FROM unnest($2::text[]) AS asked(measure) WHERE EXISTS (
       SELECT FROM published.figure
       WHERE figure.release = $1 AND figure.measure = asked.measure AND figure.value IS NOT NULL
         AND figure.audience = 'public')`,
    [release, measures],
  );
  return new Set(rows.map(({ measure }) => measure));
}

/** The totals of one measure for every place of a level. */
export const totalsOfMeasure = (reader: Reader, release: number, measure: string, level: Level) =>
  reader.rows<Figure>(
    `SELECT ${COLUMNS} FROM published.figure
     WHERE release = $1 AND measure = $2 AND level = $3 AND dimension = 'all' ORDER BY cell_id`,
    [release, measure, level],
  );

/** Which figures are asked for; what is left out is not asked about. */
export type FigureFilter = {
  places?: readonly string[];
  levels?: readonly string[];
  measures?: readonly string[];
  dimensions?: readonly string[];
  categories?: readonly string[];
  cells?: readonly string[];
};

const WHERE = `release = $1 AND audience = 'public'
  AND ($2::text[] IS NULL OR place = ANY($2)) AND ($3::text[] IS NULL OR level = ANY($3))
  AND ($4::text[] IS NULL OR measure = ANY($4)) AND ($5::text[] IS NULL OR dimension = ANY($5))
  AND ($6::text[] IS NULL OR category = ANY($6)) AND ($7::text[] IS NULL OR cell_id = ANY($7))`;

const asked = (release: number, filter: FigureFilter) => [
  release,
  filter.places ?? null,
  filter.levels ?? null,
  filter.measures ?? null,
  filter.dimensions ?? null,
  filter.categories ?? null,
  filter.cells ?? null,
];

/** Some of the public figures that are asked for, in the order of their names. */
export const figuresWhere = (
  reader: Reader,
  release: number,
  filter: FigureFilter,
  { from, size }: { from: number; size: number },
) =>
  reader.rows<Figure>(
    `SELECT ${COLUMNS} FROM published.figure WHERE ${WHERE} ORDER BY cell_id COLLATE "C" LIMIT $8 OFFSET $9`,
    [...asked(release, filter), size, from],
  );

/** How many public figures are asked for. */
export async function countFiguresWhere(
  reader: Reader,
  release: number,
  filter: FigureFilter,
): Promise<number> {
  const [row] = await reader.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM published.figure WHERE ${WHERE}`,
    asked(release, filter),
  );
  return row?.count ?? 0;
}

/** The categories of a breakdown of which a release has public figures. */
export async function categoriesOf(reader: Reader, release: number, dimension: string): Promise<string[]> {
  const rows = await reader.rows<{ category: string }>(
    "SELECT DISTINCT category FROM published.figure WHERE release = $1 AND dimension = $2 AND audience = 'public' ORDER BY 1",
    [release, dimension],
  );
  return rows.map(({ category }) => category);
}
