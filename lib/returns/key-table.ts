/**
 * Numbers distinct keys 0, 1, 2 … in the order in which they come, in 16 to 32 bytes a key, where a `Set` of strings
 * would take a hundred and keep pieces of the file alive. Keys are compared by 64 bits of hash: among five million
 * keys the chance that any two different ones are taken for the same is below one in a million.
 */
export function createKeyTable() {
  let mask = 1023;
  // Three words a slot, side by side so that a look-up touches memory once: two of hash, and the number plus one.
  let slots = new Uint32Array((mask + 1) * 3);
  let size = 0;

  const grow = () => {
    const old = slots;
    mask = mask < 100_000 ? mask * 8 + 7 : mask * 2 + 1;
    slots = new Uint32Array((mask + 1) * 3);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      let slot = (old[from] as number) & mask;
      while (slots[slot * 3 + 2] !== 0) slot = (slot + 1) & mask;
      slots[slot * 3] = old[from] as number;
      slots[slot * 3 + 1] = old[from + 1] as number;
      slots[slot * 3 + 2] = old[from + 2] as number;
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
      const one = spread(first);
      const other = spread(second);
      let slot = one & mask;
      for (;;) {
        const at = slot * 3;
        const number = slots[at + 2] as number;
        if (number === 0) break;
        if (slots[at] === one && slots[at + 1] === other) return number - 1;
        slot = (slot + 1) & mask;
      }
      slots[slot * 3] = one;
      slots[slot * 3 + 1] = other;
      slots[slot * 3 + 2] = ++size;
      if (size * 4 > mask * 3) grow();
      return size - 1;
    },
    size: (): number => size,
  };
}

/** Every bit of the hash moves every bit of the slot; without this, like keys crowd into the same slots. */
function spread(hash: number): number {
  let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
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
