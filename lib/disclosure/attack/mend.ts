import { knownMeasure } from "@/lib/measures/catalogue";
import { scaleOf, unitsOf } from "../contributions/contribution";
import { cutPoint, roundPeople, roundWte } from "../draw";
import type { LedgerEntry } from "../ledger";
import { MAX_DRAW } from "../thresholds";
import type { Finding } from "./attack-block";
import type { Statement } from "./statement";

/** A cell to mend, with its exact value in people or WTE. */
type Mending = { statement: Statement; exact: number };

/** What is mended first: what fewest readers miss. */
function rankOf({ level, part }: Statement): number {
  if (level === "board") return 0;
  if (level === "organisation") return part === null ? 2 : 1;
  return 3;
}

const isOwn = ({ members }: Statement, { attacker }: Finding): boolean =>
  "organisation" in attacker && attacker.kind !== "F" && members.join() === attacker.organisation;

/** Whether a figure is of the count that is pinned: it is mended last, since it is what readers look for. */
function isTarget({ measured, place, part }: Statement, { cell }: Finding): boolean {
  const text = part === null ? "all" : `${part.base}:${[...part.of].sort().join("+")}`;
  return cell.split("|less ")[0] === `${measured}|${place}|${text}`;
}

/** The published cells that pin a count, in the order in which they are mended. */
function candidatesOf(finding: Finding, exactOf: (statement: Statement) => number): Mending[] {
  const rank = (statement: Statement): number => (isTarget(statement, finding) ? 4 : rankOf(statement));
  return finding.by
    .filter((statement) => !isOwn(statement, finding))
    .map((statement) => ({ statement, exact: exactOf(statement) }))
    .sort(
      (a, b) =>
        rank(a.statement) - rank(b.statement) ||
        a.exact - b.exact ||
        (a.statement.ident < b.statement.ident ? -1 : 1),
    );
}

/** How often the cell has to have been drawn for its figure to be another one; null where it cannot be. */
function nextDraw(key: Uint8Array, draws: number, { statement, exact }: Mending): number | null {
  const { unit } = knownMeasure(statement.measured);
  const units = unitsOf(exact, unit);
  const published = (times: number): number => {
    const cut = cutPoint(key, statement.ident, times);
    return scaleOf(unit) === 1
      ? roundPeople(units, cut)
      : roundWte(units, cut, statement.reach === 1 ? 1 : 5);
  };
  for (let times = draws + 1; times <= MAX_DRAW; times += 1)
    if (published(times) !== published(draws)) return times;
  return null;
}

export type Mended = { entry: LedgerEntry; how: "redrawn" | "withheld"; members: readonly string[] };

/**
 * What to change in the ledger so that counts are pinned no longer: of the published cells that pin one, one is drawn
 * again until its figure is another, or withheld where that cannot be, has been done too often, or where it may not be
 * drawn again. One change for all counts that a cell helps to pin. Throws where no figure is to blame.
 *
 * @param mayRedraw false of a cell that has been published: two drawings of one cell would be read together
 */
export function mend(
  findings: readonly Finding[],
  entryOf: (ident: string) => LedgerEntry | undefined,
  exactOf: (statement: Statement) => number,
  key: Uint8Array,
  mayRedraw: (ident: string) => boolean,
): Mended[] {
  const mended = new Map<string, Mended>();
  for (const finding of findings) {
    if (finding.by.some(({ ident }) => mended.has(ident))) continue;
    const [first] = candidatesOf(finding, exactOf);
    if (first === undefined)
      throw new Error(`${finding.cell} can be pinned, and no published figure is to blame`);
    const { ident, members } = first.statement;
    const entry = entryOf(ident);
    if (entry === undefined) throw new Error(`${ident} is published and not in the ledger`);
    const draws = mayRedraw(ident) ? nextDraw(key, entry.draws, first) : null;
    mended.set(
      ident,
      draws === null
        ? { entry: { ...entry, withheld: true }, how: "withheld", members }
        : { entry: { ...entry, draws }, how: "redrawn", members },
    );
  }
  return [...mended.values()];
}
