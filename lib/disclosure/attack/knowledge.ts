import { knownMeasure } from "@/lib/measures/catalogue";
import { VACANCY_BANDS } from "@/lib/measures/vacancy-band";
import type { BuiltRelease } from "../build-release";
import { scaleOf } from "../contributions/contribution";
import { cutPoint } from "../draw";
import { layFrame } from "../frame";
import type { Cell } from "../ident";
import { membersOf } from "../members";
import type { ReleaseInput, ReleasePlace } from "../release-input";
import { sumTruth } from "../truth";
import type { Unit, VacancyRange } from "./block-model";
import type { Cut } from "./people-row";
import { type Statement, statementsOf } from "./statement";

/** A release with the exact values behind it, as an attack in the platform's own hands knows them. */
export type Attacked = { input: ReleaseInput; built: BuiltRelease };

/** All that attacks rest on; confidential. */
export type Knowledge = {
  geography: readonly ReleasePlace[];
  /** The organisations that answered with people, below every place; themselves included. */
  organisationsAt: (place: string) => readonly string[];
  statements: readonly Statement[];
  vacancies: readonly VacancyRange[];
  /** What a figure counts in a block, and besides; null where it is of nobody there. */
  within: (
    statement: Statement,
    block: ReadonlySet<string>,
  ) => { units: readonly Unit[]; elsewhere: { exact: number; places: readonly string[] } | null } | null;
  cutOf: (ident: string) => Cut;
  /** The exact value of what is published, in people or WTE. */
  exactOf: (statement: Statement) => number;
};

/**
 * The part of a nation that an organisation's block is: its region, or its nation where that has none. The others are
 * each one unit beside it.
 */
export function quarterOf(geography: readonly ReleasePlace[]): (organisation: string) => string {
  const byCode = new Map(geography.map((place) => [place.code, place]));
  return (organisation) => {
    let nation = organisation;
    for (let at: string | null = organisation; at !== null; at = byCode.get(at)?.parent ?? null) {
      const level = byCode.get(at)?.level;
      if (level === "region") return at;
      if (level === "nation") nation = at;
    }
    return nation;
  };
}

/** What a release and its exact values give an attack to work with. */
export function knowledgeOf({ input, built }: Attacked): Knowledge {
  const frame = layFrame(input.geography, input.responses);
  const truth = sumTruth(input, frame);
  const places = new Map(frame.places.map((place) => [place.code, place]));
  const draws = new Map(built.ledger.map(({ ident, draws }) => [ident, draws]));
  const members = new Map<string, readonly string[]>();
  const membersAt = (place: string, measure: string): readonly string[] => {
    const { evidence } = knownMeasure(measure);
    const at = `${place}|${evidence}`;
    const known = members.get(at);
    if (known !== undefined) return known;
    const found = membersOf(places.get(place)?.organisations ?? [], evidence, frame, truth).all;
    members.set(at, found);
    return found;
  };
  const isNil = (code: string): boolean => frame.response(code) === "nil";
  const quarter = quarterOf(input.geography);

  const exactOver =
    (organisations: readonly string[]) =>
    (measured: string, part: Cell["part"]): number => {
      const { family, unit } = knownMeasure(measured);
      return truth.exact(measured, { family, members: organisations, part }) / scaleOf(unit);
    };
  const statements = statementsOf(built.figures, membersAt);
  return {
    geography: input.geography,
    organisationsAt: (place) => membersAt(place, "headcount").filter((code) => !isNil(code)),
    statements,
    vacancies: built.figures.flatMap(({ measure, place, value }) => {
      if (measure !== "vacancy-band" || value === null) return [];
      const below = (band: number): number =>
        band < 1 ? Number.NEGATIVE_INFINITY : (VACANCY_BANDS[band - 1]?.below ?? 0) / 100;
      return [{ organisation: place, lowShare: below(value - 1), highShare: below(value) }];
    }),
    within({ members: all, measured, part }, block) {
      const people = all.filter((code) => !isNil(code));
      const inside = people.filter((code) => block.has(code));
      if (inside.length === 0) return null;
      const units = inside.map((name) => ({ name, exact: exactOver([name]) }));
      const outside = people.filter((code) => !block.has(code));
      if (outside.length === 0) return { units, elsewhere: null };
      const places = [...new Set(outside.map(quarter))];
      return { units, elsewhere: { exact: exactOver(outside)(measured, part), places } };
    },
    exactOf: ({ members, measured, part }) => exactOver(members)(measured, part),
    cutOf(ident) {
      const { whole, fraction } = cutPoint(input.key, ident, draws.get(ident) ?? 0);
      return { whole, fraction: fraction / 100_000 };
    },
  };
}
