import type { Interval } from "../interval";
import { nationOf, randomNation } from "../nation.fixture";
import type { ReleaseInput, ReleasePlace } from "../release-input";
import type { Knowledge } from "./knowledge";
import { measuredId } from "./measured";
import type { Statement } from "./statement";

/** The same cells of the same truth, published otherwise: WTE left out, and a count by a rule; null withholds it. */
export function releasedBy(
  knowledge: Knowledge,
  rule: (exact: number, statement: Statement) => Interval | null,
): Knowledge {
  const everybody = new Set(
    knowledge.geography.filter(({ level }) => level === "organisation").map(({ code }) => code),
  );
  const WTE = new Set([
    "in-post",
    "establishment",
    "vacancy",
    "available",
    "in-post-absence-known",
    "in-post-compared",
  ]);
  return {
    ...knowledge,
    vacancies: [],
    statements: knowledge.statements.flatMap((statement) => {
      if (WTE.has(measuredId(statement.measure))) return [];
      const units = knowledge.within(statement, everybody)?.units ?? [];
      const exact = units.reduce((sum, unit) => sum + unit.exact(statement.measured, statement.part), 0);
      const known = rule(exact, statement);
      return known === null ? [] : [{ ...statement, known }];
    }),
  };
}

/** The usual rule of the NHS's hospital statistics: 1 to 7 is a star, nought is nought, others go to the nearest five. */
export const byHospitalStatistics = (exact: number): Interval => {
  if (exact === 0) return { low: 0, high: 0 };
  if (exact <= 7) return { low: 1, high: 7 };
  const nearest = 5 * Math.round(exact / 5);
  return { low: Math.max(8, nearest - 2), high: nearest + 2 };
};

export const byExactFigures = (exact: number): Interval => ({ low: exact, high: exact });

/** A random nation laid out in regions of five boards, six organisations each. */
export function manyBoards(seed: number, organisations: number): ReleaseInput {
  const input = randomNation(seed, organisations);
  const boards = Math.ceil(organisations / 6);
  const uk = nationOf([]).geography.filter(({ level }) => level === "united_kingdom" || level === "nation");
  const region = (at: number): string => `Y${String(10 + Math.floor(at / 5))}`;
  const regions = [...new Set(Array.from({ length: boards }, (_, at) => region(at)))];
  const geography: ReleasePlace[] = [
    ...uk,
    ...regions.map((code) => ({ code, level: "region", name: code, parent: "E92000001" }) as const),
    ...Array.from(
      { length: boards },
      (_, at) => ({ code: `QQ${at}`, level: "board", name: `Board ${at}`, parent: region(at) }) as const,
    ),
    ...input.geography
      .filter(({ level }) => level === "organisation")
      .map((place, at) => ({ ...place, parent: `QQ${at % boards}` })),
  ];
  return { ...input, geography };
}
