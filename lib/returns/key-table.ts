/**
 * Numbers distinct keys 0, 1, 2 … in the order in which they come, in 12 to 24 bytes a key, where a `Set` of strings
 * would take a hundred and keep pieces of the file alive. Keys are compared by 64 bits of hash: among five million
 * keys the chance that any two different ones are taken for the same is below one in a million.
 */
export function createKeyTable() {
  let mask = 1023;
  let high = new Uint32Array(mask + 1);
  let low = new Uint32Array(mask + 1);
  let numbers = new Int32Array(mask + 1).fill(-1);
  let size = 0;

  const grow = () => {
    const [oldHigh, oldLow, oldNumbers] = [high, low, numbers];
    mask = mask * (mask < 500_000 ? 8 : 2) + (mask < 500_000 ? 7 : 1);
    high = new Uint32Array(mask + 1);
    low = new Uint32Array(mask + 1);
    numbers = new Int32Array(mask + 1).fill(-1);
    for (let at = 0; at < oldNumbers.length; at++) {
      if ((oldNumbers[at] as number) < 0) continue;
      let slot = (oldLow[at] as number) & mask;
      while ((numbers[slot] as number) >= 0) slot = (slot + 1) & mask;
      high[slot] = oldHigh[at] as number;
      low[slot] = oldLow[at] as number;
      numbers[slot] = oldNumbers[at] as number;
    }
  };

  let first = 0;
  let second = 0;

  return {
    /** Begins a key, of one or more parts that are not put together as text. */
    begin(): void {
      first = 0x811c9dc5;
      second = 0x9e3779b9 | 0;
    },
    add(part: string | null): void {
      if (part !== null)
        for (let at = 0; at < part.length; at++) {
          const unit = part.charCodeAt(at);
          first = Math.imul(first ^ unit, 0x01000193);
          second = Math.imul(second ^ unit, 0x85ebca6b);
          second ^= second >>> 13;
        }
      // A mark after each part, so that “a” and “bc” are not “ab” and “c”; no text holds U+FFFF.
      first = Math.imul(first ^ 0xffff, 0x01000193);
      second = Math.imul(second ^ 0xffff, 0x85ebca6b);
      second ^= second >>> 13;
    },
    /** The number of the key just added; it is new when it equals the size before. */
    number(): number {
      const one = Math.imul(first ^ (first >>> 16), 0x7feb352d) >>> 0;
      const other = Math.imul(second ^ (second >>> 15), 0xc2b2ae35) >>> 0;
      let slot = one & mask;
      while ((numbers[slot] as number) >= 0) {
        if (low[slot] === one && high[slot] === other) return numbers[slot] as number;
        slot = (slot + 1) & mask;
      }
      low[slot] = one;
      high[slot] = other;
      numbers[slot] = size++;
      if (size * 2 > mask) grow();
      return size - 1;
    },
    size: (): number => size,
  };
}

/** A list of numbers that grows by doubling: what is known of each key, by its number. */
export function createNumberList() {
  let values = new Float64Array(1024);
  return {
    get: (at: number): number => (at < values.length ? (values[at] as number) : 0),
    set(at: number, value: number): void {
      while (at >= values.length) {
        const longer = new Float64Array(values.length * 2);
        longer.set(values);
        values = longer;
      }
      values[at] = value;
    },
  };
}
