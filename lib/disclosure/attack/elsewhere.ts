import type { Interval } from "../interval";
import type { Knowledge } from "./knowledge";
import type { Statement } from "./statement";

const partKey = ({ measure, part }: Pick<Statement, "measure" | "part">, place: string): string =>
  `${measure}|${place}|${part === null ? "all" : `${part.base}:${[...part.of].sort().join("+")}`}`;

/** Between which bounds the public figures of some places put a sum; without a figure nothing bounds it above. */
export function publishedElsewhere({
  statements,
}: Knowledge): (statement: Statement, places: readonly string[]) => Interval {
  const known = new Map(
    statements
      .filter(({ audience }) => audience === "public")
      .map((statement) => [partKey(statement, statement.place), statement.known]),
  );
  return (statement, places) =>
    places.reduce(
      (sum, place) => {
        const there = known.get(partKey(statement, place));
        return {
          low: sum.low + (there?.low ?? (statement.measured === "vacancy" ? Number.NEGATIVE_INFINITY : 0)),
          high: sum.high + (there?.high ?? Number.POSITIVE_INFINITY),
        };
      },
      { low: 0, high: 0 },
    );
}
