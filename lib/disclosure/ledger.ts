/** Permanent and confidential: how often a cell was drawn, whether it is withheld, and since when. */
export type LedgerEntry = { ident: string; draws: number; withheld: boolean; firstRelease: number };

/** The ledger while a release is built: what was decided before, and what is decided now. */
export type OpenLedger = {
  /** The entry of a drawn cell; a new cell gets its first. */
  entry: (ident: string) => LedgerEntry;
  /** Without entering it: whether it has an entry, and how often it was drawn again. */
  has: (ident: string) => boolean;
  draws: (ident: string) => number;
  entries: () => LedgerEntry[];
};

/** Opens a ledger. Nothing is ever removed from it or changed in it here; new cells are entered with no redraw. */
export function openLedger(before: readonly LedgerEntry[], release: number): OpenLedger {
  const entries = new Map(before.map((entry) => [entry.ident, entry]));
  return {
    entry(ident) {
      const known = entries.get(ident);
      if (known !== undefined) return known;
      const made = { ident, draws: 0, withheld: false, firstRelease: release };
      entries.set(ident, made);
      return made;
    },
    has: (ident) => entries.has(ident),
    draws: (ident) => entries.get(ident)?.draws ?? 0,
    entries: () => [...entries.values()].sort((a, b) => (a.ident < b.ident ? -1 : 1)),
  };
}
