/**
 * The form in which headers and values are compared: without case, spaces, accents and punctuation.
 * `+`, `<` and `>` stay, since “70+” and “<25” are not 70 and 25.
 */
export const spelling = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{Letter}\p{Number}+<>]/gu, "");
