import { knownMeasure } from "@/lib/measures/catalogue";
import { MERGED } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import type { Level } from "@/lib/places/place";
import { CATALOGUE, type Rule } from "../catalogue";
import type { Figure } from "../figure";
import { type Cell, ident } from "../ident";
import type { Interval } from "../interval";
import { measuredId } from "./measured";

/** What one published figure says: between which bounds a sum over some organisations lies. */
export type Statement = {
  cellId: string;
  audience: Figure["audience"];
  level: Level;
  place: string;
  measure: string;
  /** The sum that it is of (`measuredId`). */
  measured: string;
  members: readonly string[];
  part: Cell["part"];
  /** The cell's name in the ledger: figures of one name have one cut point. */
  ident: string;
  known: Interval;
  /** How far above what is published the sum may lie: 4 of people, 5 or 1 of WTE. */
  reach: number;
  /** Of WTE that share the cut point of people: what is shown of these, null where it is "<5". */
  people: number | null;
  /** What is shown of it; "<5" as nought. */
  shown: number;
};

/** Which organisations a figure of a measure at a place is of: all in its identity. */
export type MembersAt = (place: string, measure: string) => readonly string[];

/** The rules whose figures are a draw of a cell of people or posts. The others are derived from these or are exact. */
const DRAWN: ReadonlySet<Rule> = new Set(["people", "people-from-ten", "posts-to-one", "posts-to-five"]);

const ruleOf = ({ level, measure, dimension, audience }: Figure): Rule | undefined =>
  CATALOGUE.find(
    (row) =>
      row.audience === audience &&
      row.levels.includes(level) &&
      row.measures.includes(measure) &&
      row.dimensions.includes(dimension),
  )?.rule;

function partOf({ dimension, category }: Figure): Cell["part"] {
  if (dimension === "all") return null;
  const { base, categories } = knownDimension(dimension);
  const of = category.split(MERGED).flatMap((id) => categories.find((one) => one.id === id)?.of ?? []);
  return { base, of };
}

/** Says nothing. */
export const FREE: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** The figure of people whose cut point a figure of WTE shares. */
const peopleBeside = (figure: Figure, figures: ReadonlyMap<string, Figure>): Figure | undefined =>
  figure.measure === "in-post" ? figures.get(figure.cellId.replace(":in-post:", ":headcount:")) : undefined;

/**
 * What the figures of a release say of people and posts. A withheld figure says nothing, and one that was not returned
 * neither; the sums of published figures that members see say nothing that these do not.
 */
export function statementsOf(figures: readonly Figure[], membersAt: MembersAt): Statement[] {
  const byId = new Map(figures.map((figure) => [figure.cellId, figure]));
  return figures.flatMap((figure): Statement[] => {
    const rule = ruleOf(figure);
    if (figure.low === null || figure.high === null || rule === undefined || !DRAWN.has(rule)) return [];
    const { cellId, audience, level, place, measure, low, high } = figure;
    const members = membersAt(place, measure);
    const part = partOf(figure);
    return [
      {
        cellId,
        audience,
        level,
        place,
        measure,
        measured: measuredId(measure),
        members,
        part,
        ident: ident({ family: knownMeasure(measure).family, members, part }),
        known: { low, high },
        reach: high - (figure.value ?? 0),
        people: peopleBeside(figure, byId)?.value ?? null,
        shown: figure.value ?? 0,
      },
    ];
  });
}
