import { type BuiltRelease, buildRelease } from "../build-release";
import type { LedgerEntry } from "../ledger";
import type { ReleaseInput } from "../release-input";
import type { Finding } from "./attack-block";
import { blocksOf } from "./blocks";
import { type Knowledge, knowledgeOf } from "./knowledge";
import { mend } from "./mend";

/** What is attacked: a block of the release that the ledger gives, or of it only some counts, by some insiders. */
export type Assault = {
  /** The same list for all that are attacked together. */
  ledger: readonly LedgerEntry[];
  place: string;
  insiders?: readonly string[];
  cells?: readonly string[];
};

/** Attacks some blocks, side by side where it can; the findings of each in the order asked. */
export type Attack = (assaults: readonly Assault[]) => Promise<Finding[][]>;

/** A release that was attacked and mended until nothing was found. */
export type Repaired = {
  built: BuiltRelease;
  passes: number;
  redrawn: readonly string[];
  withheld: readonly string[];
};

export type RepairOptions = {
  /** Called with what each pass found, before it is mended. */
  told?: (pass: number, findings: readonly Finding[]) => void;
  /** Cells that a published release has drawn: they are not drawn again, but withheld. */
  settled?: ReadonlySet<string>;
};

/** From this pass on a cell is withheld rather than drawn again, so that passes end. */
const FIRST_WITHHOLDING = 3;

/** How often at most what was found is looked at again before everything is: withholding makes an end of it. */
const MOST_LOOKS = 4;

/**
 * Builds a release, attacks it, and mends what is found, until nothing is (`mend`). What was found is looked at again by
 * itself until it is found no more; then the blocks of everything that was changed are attacked whole. Withholding only
 * widens what is possible, so it ends. The end is an attack on every block, from a release built anew by the ledger,
 * that finds nothing.
 */
export async function repairRelease(
  input: ReleaseInput,
  attack: Attack,
  { told = () => {}, settled = new Set() }: RepairOptions = {},
): Promise<Repaired> {
  const ledger = new Map<string, LedgerEntry>(input.ledger.map((entry) => [entry.ident, entry]));
  const redrawn = new Set<string>();
  const withheld = new Set<string>();
  const changed = new Set<string>();
  const entries = (): LedgerEntry[] => [...ledger.values()];
  const build = (): { built: BuiltRelease; knowledge: Knowledge } => {
    const built = buildRelease({ ...input, ledger: entries() });
    return { built, knowledge: knowledgeOf({ input, built }) };
  };
  // The largest first, so that where they are attacked side by side none is waited for at the end.
  const places = blocksOf(build().knowledge).sort((a, b) => b.organisations.length - a.organisations.length);
  const mendAll = (findings: readonly Finding[], mayRedraw: boolean): void => {
    const { built, knowledge } = build();
    const known = new Map(built.ledger.map((entry) => [entry.ident, entry]));
    const may = (ident: string): boolean => mayRedraw && !settled.has(ident);
    for (const { entry, how, members } of mend(
      findings,
      (ident) => known.get(ident),
      knowledge.exactOf,
      input.key,
      may,
    )) {
      ledger.set(entry.ident, entry);
      (how === "redrawn" ? redrawn : withheld).add(entry.ident);
      for (const code of members) changed.add(code);
    }
  };
  /** What of the findings is still found, looking at nothing else. */
  const stillFound = (found: readonly Finding[][]): Promise<Finding[][]> => {
    const now = entries();
    return attack(
      found.flatMap((findings, at) => {
        const { place } = places[at] ?? {};
        if (place === undefined || findings.length === 0) return [];
        const insiders = new Set(
          findings.flatMap(({ attacker }) => ("organisation" in attacker ? attacker.organisation : [])),
        );
        const cells = [...new Set(findings.map(({ cell }) => cell))];
        return [{ ledger: now, place, insiders: [...insiders], cells }];
      }),
    );
  };

  let isWhole = true;
  for (let pass = 1; ; pass += 1) {
    const asked = places.filter(
      ({ organisations }) => isWhole || organisations.some((code) => changed.has(code)),
    );
    changed.clear();
    const now = entries();
    const found = await attack(asked.map(({ place }) => ({ ledger: now, place })));
    const findings = found.flat();
    told(pass, findings);
    if (findings.length === 0) {
      if (isWhole)
        return { built: build().built, passes: pass, redrawn: [...redrawn], withheld: [...withheld] };
      isWhole = true;
      continue;
    }
    isWhole = false;
    let left = places.map(({ place }) => found[asked.findIndex((one) => one.place === place)] ?? []);
    for (let look = 1; left.flat().length > 0 && look <= MOST_LOOKS; look += 1) {
      mendAll(left.flat(), pass < FIRST_WITHHOLDING && look < MOST_LOOKS);
      const again = await stillFound(left);
      const filled = left.filter((one) => one.length > 0).length;
      if (again.length !== filled) throw new Error("The attack answered for other blocks than were asked");
      const next = again.values();
      left = left.map((one) => (one.length > 0 ? (next.next().value ?? []) : one));
    }
  }
}
