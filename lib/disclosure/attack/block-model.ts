import type { BaseDimension } from "@/lib/measures/dimension";
import type { Cell } from "../ident";
import type { Interval } from "../interval";
import { type LinearModel, newModel, type Sum, sumOver } from "./linear-model";
import { categoriesOf, type Measured } from "./measured";
import { type Bounds, boundsOfDifference, boundsOfFigure, type Cut } from "./people-row";
import { layRelations } from "./relations";
import type { Statement } from "./statement";

/** An organisation as it answered. */
export type Unit = {
  name: string;
  /** Its exact sum of a measure, in people or WTE. */
  exact: (measured: string, part: Cell["part"]) => number;
};

/** What a figure counts outside the block: exactly, and between which bounds the figures there put it. */
export type Elsewhere = { exact: number; known: Interval };

export type VacancyRange = { organisation: string; lowShare: number; highShare: number };

export type BlockQuestion = {
  group: readonly Measured[];
  /** What is published, of which organisations of the block, and of what besides. */
  statements: readonly { statement: Statement; units: readonly Unit[]; elsewhere: Elsewhere | null }[];
  /** The share of its establishment that is vacant, as members are told in bands. */
  vacancies: readonly VacancyRange[];
  cutOf: (ident: string) => Cut;
};

/** A row that a published figure gives: its bounds with what is elsewhere as the figures there have it, or exactly. */
export type FigureRow = {
  row: number;
  statement: Statement;
  members: ReadonlySet<string>;
  guessed: Bounds;
  exact: Bounds;
};

export type BlockModel = {
  model: LinearModel;
  /** The exact value of every column. */
  truth: Float64Array;
  /** The columns of a sum over organisations; undefined where the model lacks one. */
  sumOf: (measured: string, organisations: readonly string[], part: Cell["part"]) => Sum | undefined;
  columnsOf: (organisation: string) => readonly number[];
  figures: readonly FigureRow[];
  /** The rows that only members are told. */
  membersOnly: readonly number[];
};

/** What the sums may be off by: WTE are held to five decimals. */
export const TOLERANCE = 1e-3;

export const columnName = (unit: string, measured: string, part: string): string =>
  `${unit}|${measured}|${part}`;
const partNames = (part: Cell["part"]): string[] =>
  part === null ? ["all"] : part.of.map((category) => `${part.base}:${category}`);

const less = ({ low, high }: Interval, other: Interval): Interval => ({
  low: low - other.high,
  high: high - other.low,
});
const lessOf = ({ published, learnt }: Bounds, other: Interval): Bounds => ({
  published: less(published, other),
  learnt: less(learnt, other),
});

/**
 * Lays out what is known of one group of sums in a block. Columns are an organisation's people or WTE, in all and by
 * category. Rows are: the parts of every breakdown make up the whole; what is published; and how the sums of one
 * organisation hang together (`layRelations`). The exact values must fulfil every row: where they do not, the model is
 * wrong and this throws.
 */
export function layBlock({ group, statements, vacancies, cutOf }: BlockQuestion): BlockModel {
  const laid = newModel();
  const truths: number[] = [];
  const ofUnit = new Map<string, { unit: Unit; columns: number[] }>();
  const signed = new Set(group.filter(({ mayBeNegative }) => mayBeNegative).map(({ id }) => id));
  const counts = new Set(group.filter((one) => one.counts === "people").map(({ id }) => id));

  const column = (unit: Unit, measured: string, part: string): number => {
    const name = columnName(unit.name, measured, part);
    if (laid.has(name)) return laid.column(name);
    const [base, category] = part.split(":");
    truths.push(
      unit.exact(measured, category === undefined ? null : { base: base as BaseDimension, of: [category] }),
    );
    const made = laid.column(
      name,
      signed.has(measured) ? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } : undefined,
    );
    const at = ofUnit.get(unit.name) ?? { unit, columns: [] };
    at.columns.push(made);
    ofUnit.set(unit.name, at);
    return made;
  };
  const know = (name: string, sum: Sum, { low, high }: Interval): number => {
    laid.know({ name, sum, low, high });
    return laid.model.rows.length - 1;
  };

  const figures: FigureRow[] = [];
  const membersOnly: number[] = [];
  const said = new Set<string>();
  for (const { statement, units, elsewhere } of statements) {
    const { measured, part, ident, audience, members, cellId } = statement;
    // Cells of one name and sum have one figure, whatever places they are figures of.
    const once = `${ident}|${measured}|${audience}`;
    if (said.has(once)) continue;
    said.add(once);
    const sumOf = (id: string): Sum =>
      units.flatMap((unit) => partNames(part).map((name) => [column(unit, id, name), 1] as const));
    const lay = (name: string, sum: Sum, bounds: Bounds, beside: Interval, exactly: number): void => {
      const guessed = lessOf(bounds, beside);
      const row = know(name, sum, guessed.published);
      const exact = lessOf(bounds, { low: exactly, high: exactly });
      figures.push({ row, statement, members: new Set(members), guessed, exact });
      if (audience === "members") membersOnly.push(row);
    };
    const sum = sumOf(measured);
    const outside = elsewhere?.exact ?? 0;
    const value = sumOver(sum, truths) + outside;
    const bounds = boundsOfFigure(statement, value, cutOf(ident), counts.has(measured));
    lay(cellId, sum, bounds, elsewhere?.known ?? { low: 0, high: 0 }, outside);
    if (statement.measure === "in-post" && elsewhere === null) {
      const people = sumOf("headcount");
      const apart = [...people, ...sum.map(([at]) => [at, -1] as const)];
      const difference = boundsOfDifference(statement, sumOver(apart, truths), cutOf(ident));
      lay(`${cellId} beside its people`, apart, difference, { low: 0, high: 0 }, 0);
    }
  }

  for (const { unit, columns } of ofUnit.values())
    for (const { id, bases } of group) {
      const names = columns.map((at) => laid.model.columns[at]?.name ?? "");
      for (const base of bases) {
        // Categories of people are attacked whether or not anything is published of them.
        const attacked = id === "headcount" && laid.has(columnName(unit.name, id, "all"));
        if (!attacked && !names.some((name) => name.startsWith(columnName(unit.name, id, `${base}:`))))
          continue;
        const parts = categoriesOf(base).map((one) => [column(unit, id, `${base}:${one}`), 1] as const);
        const whole = [column(unit, id, "all"), -1] as const;
        know(`${unit.name}: ${id} by ${base}`, [...parts, whole], { low: 0, high: 0 });
      }
    }
  membersOnly.push(...layRelations(laid, truths, [...ofUnit.keys()], vacancies));

  const truth = Float64Array.from(truths);
  for (const { name, sum, low, high } of laid.model.rows) {
    const value = sumOver(sum, truth);
    if (value < low - TOLERANCE || value > high + TOLERANCE)
      throw new Error(`The attack takes "${name}" to be from ${low} to ${high}, and it is not`);
  }
  return {
    model: laid.model,
    truth,
    sumOf(measured, organisations, part) {
      const names = organisations.flatMap((code) =>
        partNames(part).map((one) => columnName(code, measured, one)),
      );
      return names.every(laid.has) ? names.map((name) => [laid.column(name), 1] as const) : undefined;
    },
    columnsOf: (organisation) => ofUnit.get(organisation)?.columns ?? [],
    figures,
    membersOnly,
  };
}
