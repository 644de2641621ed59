import type { Figure } from "@/lib/disclosure/figure";
import { knownMeasure } from "@/lib/measures/catalogue";
import type { Cell, TableColumn, TableShape } from "@/lib/reports/table";
import { FIGURE_COLUMNS, RELEASE_COLUMNS } from "./figure-columns";
import type { PublishedPlace, Release } from "./release";
import { releaseCells } from "./release-cells";

const OF_THE_FIGURE = [
  "cell_id",
  "level",
  "place",
  "place_name",
  "dimension",
  "category",
  "measure",
  "unit",
  "basis",
];
const TOLD = ["value", "symbol", "low", "high"] as const;

const named = (names: readonly string[]) => FIGURE_COLUMNS.filter(({ name }) => names.includes(name));

/** The revision log of a correction, figure by figure; of a release that corrects none it has no row. */
export const CHANGES_TABLE: TableShape = {
  id: "changes",
  title: "Changes of a correction",
  rowIs: "one figure that is other than in the release that this one corrects",
  columns: [
    ...RELEASE_COLUMNS,
    {
      name: "corrects",
      title: "Corrects",
      type: "integer",
      words: "Number of the release that it corrects",
      required: true,
    },
    ...named(OF_THE_FIGURE),
    {
      name: "change",
      title: "Change",
      type: "text",
      words: "changed, added (the corrected release had no such figure) or removed",
      required: true,
    },
    ...named(TOLD).map(
      (column): TableColumn => ({
        ...column,
        name: `${column.name}_before`,
        title: `${column.title} before`,
        words: `${column.words}; in the corrected release`,
      }),
    ),
    ...named(TOLD),
  ],
  key: ["release", "cell_id"],
};

/** What is corrected, with its public figures and places. */
export type Corrected = {
  number: number;
  places: readonly PublishedPlace[];
  figures: readonly Figure[];
};

export function changeRows(
  release: Release,
  now: { places: readonly PublishedPlace[]; figures: readonly Figure[] },
  before: Corrected | null,
): Cell[][] {
  if (before === null) return [];
  const earlier = new Map(before.figures.map((figure) => [figure.cellId, figure]));
  const present = new Map(now.figures.map((figure) => [figure.cellId, figure]));
  const names = new Map([...before.places, ...now.places].map(({ code, name }) => [code, name]));
  const rowOf = (figure: Figure, was: Figure | undefined, is: Figure | undefined): Cell[] => [
    ...releaseCells(release),
    before.number,
    figure.cellId,
    figure.level,
    figure.place,
    names.get(figure.place) ?? figure.place,
    figure.dimension,
    figure.category,
    figure.measure,
    knownMeasure(figure.measure).unit,
    figure.basis,
    was === undefined ? "added" : is === undefined ? "removed" : "changed",
    ...TOLD.map((name) => was?.[name] ?? null),
    ...TOLD.map((name) => is?.[name] ?? null),
  ];
  return [
    ...now.figures
      .filter((figure) => !isSame(earlier.get(figure.cellId), figure))
      .map((figure) => rowOf(figure, earlier.get(figure.cellId), figure)),
    ...before.figures
      .filter(({ cellId }) => !present.has(cellId))
      .map((figure) => rowOf(figure, figure, undefined)),
  ];
}

const isSame = (before: Figure | undefined, now: Figure): boolean =>
  before !== undefined && TOLD.every((name) => before[name] === now[name]);
