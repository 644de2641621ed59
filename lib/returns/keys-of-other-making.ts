/** A workforce file, and the fingerprint of the key by which its person keys were hashed, where that is known. */
export type KeyedFile = { id: string; serviceUnit: string; keyFingerprint: string | null };

const unitOf = ({ serviceUnit }: KeyedFile): string => serviceUnit.toLowerCase();

/** Files of one year whose keys are known to be made with a key that no file of the other year used. */
function strangers(these: readonly KeyedFile[], those: readonly KeyedFile[]): KeyedFile[] {
  const known = new Set(those.map(({ keyFingerprint }) => keyFingerprint));
  // Of a file whose key is not known it may be the same.
  if (known.size === 0 || known.has(null)) return [];
  return these.filter(({ keyFingerprint }) => keyFingerprint !== null && !known.has(keyFingerprint));
}

/**
 * The workforce files of two years whose people cannot be found again, since another key made their person keys: those
 * files, and what the same service units sent in the other year. Their people neither joined nor left for all that is
 * known. Where the key of a file is not known nothing is said.
 */
export function keysOfOtherMaking(
  now: readonly KeyedFile[],
  before: readonly KeyedFile[],
): ReadonlySet<string> {
  const [here, there] = [strangers(now, before), strangers(before, now)];
  const units = new Set([...here, ...there].map(unitOf));
  return new Set([...now, ...before].filter((file) => units.has(unitOf(file))).map(({ id }) => id));
}
