import type { Level } from "@/lib/places/place";
import type { Answer } from "./answer";
import { cellId } from "./canonical";
import type { Figure } from "./figure";
import type { FramePlace } from "./frame";

/** The figures of a release while it is built. */
export type FigureTable = {
  put: (
    place: FramePlace,
    audience: Figure["audience"],
    measure: string,
    dimension: string,
    category: string,
    answer: Answer,
  ) => void;
  /** What this audience sees of a breakdown, by category: members see their own rows before the public ones. */
  seen: (
    place: string,
    audience: Figure["audience"],
    measure: string,
    dimension: string,
  ) => ReadonlyMap<string, Answer>;
  figures: () => Figure[];
};

/** Lays out answers as rows of the release table. Two answers for one cell are a bug. */
export function newFigureTable(earlier: readonly Figure[] = []): FigureTable {
  const figures = new Map<string, Figure>();
  const breakdowns = new Map<string, Map<string, Answer>>();

  const file = (figure: Figure): void => {
    if (figures.has(figure.cellId)) throw new Error(`${figure.cellId} was answered twice`);
    figures.set(figure.cellId, figure);
    const name = [figure.place, figure.audience, figure.measure, figure.dimension].join(":");
    const answers = breakdowns.get(name) ?? new Map<string, Answer>();
    const { value, symbol, low, high } = figure;
    answers.set(figure.category, { value, symbol, low, high } as Answer);
    breakdowns.set(name, answers);
  };
  for (const figure of earlier) file(figure);

  const of = (...name: string[]): ReadonlyMap<string, Answer> => breakdowns.get(name.join(":")) ?? new Map();
  return {
    put({ level, code }, audience, measure, dimension, category, answer) {
      const row = {
        level: level as Level,
        place: code,
        dimension,
        category,
        measure,
        basis: "returned",
        audience,
      } as const;
      file({ cellId: cellId(row), ...row, ...answer });
    },
    seen: (place, audience, measure, dimension) =>
      audience === "public"
        ? of(place, "public", measure, dimension)
        : new Map([...of(place, "public", measure, dimension), ...of(place, "members", measure, dimension)]),
    figures: () => [...figures.values()],
  };
}
