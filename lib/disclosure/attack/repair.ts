import type { Highs } from "highs";
import { knownMeasure } from "@/lib/measures/catalogue";
import { type BuiltRelease, buildRelease } from "../build-release";
import { scaleOf, unitsOf } from "../contributions/contribution";
import { cutPoint, roundPeople, roundWte } from "../draw";
import type { LedgerEntry } from "../ledger";
import type { ReleaseInput } from "../release-input";
import { MAX_DRAW } from "../thresholds";
import type { Block, Finding } from "./attack-block";
import { attackRelease } from "./attack-release";
import { type Knowledge, knowledgeOf } from "./knowledge";
import type { Statement } from "./statement";

/** A release that was attacked and mended until nothing was found. */
export type Repaired = {
  built: BuiltRelease;
  passes: number;
  redrawn: readonly string[];
  withheld: readonly string[];
};

/** From this pass on a cell is withheld rather than drawn again, so that passes end. */
const FIRST_WITHHOLDING = 3;

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

/**
 * Builds a release, attacks it, and mends what is found, until nothing is: of the published cells that pin a count, one
 * is drawn again until its figure is another, or withheld where that cannot be, has been done too often, or pass three
 * has come. Withholding only widens what is possible, so it ends. A pass looks first where the one before has changed
 * something; the end is an attack on everything, from a release built anew by the ledger, that finds nothing.
 *
 * @param told called with what each pass found
 */
export function repairRelease(
  highs: Highs,
  input: ReleaseInput,
  told: (pass: number, findings: readonly Finding[]) => void = () => {},
): Repaired {
  const ledger = new Map<string, LedgerEntry>(input.ledger.map((entry) => [entry.ident, entry]));
  const redrawn = new Set<string>();
  const withheld = new Set<string>();
  const build = (): { built: BuiltRelease; knowledge: Knowledge } => {
    const built = buildRelease({ ...input, ledger: [...ledger.values()] });
    return { built, knowledge: knowledgeOf({ input, built }) };
  };
  let changed: ReadonlySet<string> | null = null;
  for (let pass = 1; ; pass += 1) {
    const { built, knowledge } = build();
    const touched: ReadonlySet<string> | null = changed;
    const only = ({ organisations }: Block): boolean => organisations.some((code) => touched?.has(code));
    let findings = touched === null ? [] : attackRelease(highs, knowledge, { only });
    // The last attack is on everything, whatever was touched, from a release built anew.
    if (findings.length === 0) findings = attackRelease(highs, build().knowledge);
    told(pass, findings);
    if (findings.length === 0) return { built, passes: pass, redrawn: [...redrawn], withheld: [...withheld] };
    const entries = new Map(built.ledger.map((entry) => [entry.ident, entry]));
    const mended = new Set<string>();
    const members = new Set<string>();
    for (const finding of findings) {
      if (finding.by.some(({ ident }) => mended.has(ident))) continue;
      const [first] = candidatesOf(finding, knowledge.exactOf);
      if (first === undefined)
        throw new Error(`${finding.cell} can be pinned, and no published figure is to blame`);
      const { ident } = first.statement;
      const entry = entries.get(ident);
      if (entry === undefined) throw new Error(`${ident} is published and not in the ledger`);
      const draws = pass < FIRST_WITHHOLDING ? nextDraw(input.key, entry.draws, first) : null;
      ledger.set(ident, draws === null ? { ...entry, withheld: true } : { ...entry, draws });
      (draws === null ? withheld : redrawn).add(ident);
      mended.add(ident);
      for (const code of first.statement.members) members.add(code);
    }
    changed = members;
  }
}
