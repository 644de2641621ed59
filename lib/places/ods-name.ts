const SMALL = new Set(["and", "of", "the", "for", "in", "on", "with"]);
const CAPITALS = new Set(["NHS", "ICB", "UK", "HSC"]);

/** A name from capitals into writing: "GUY'S AND ST THOMAS' NHS TRUST" as "Guy's and St Thomas' NHS Trust". */
export function nameFromCapitals(capitals: string): string {
  return capitals
    .split(" ")
    .map((word, index) => {
      if (CAPITALS.has(word)) return word;
      const small = word.toLowerCase();
      if (index > 0 && SMALL.has(small)) return small;
      // "St. Peter's", "Stoke-on-Trent", "O'Neill": a capital begins each part, but not what follows a possessive.
      return small.replace(
        /(^|[-(])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      );
    })
    .join(" ");
}
