/** Widths of Arial's letters, in thousandths of the size; what is not named here is a digit's width. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl.,:;|'!", 250],
  ["ftI ()[]-/", 320],
  ["r", 333],
  ["ckszvxyJ", 500],
  ["wCDHNRUABEKPSVXY&", 700],
  ["mMGOQW%", 800],
  ["…—", 1000],
];
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** How wide a line of text is about to be, in pixels: near enough to break lines, since the server has no fonts. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += WIDTH_OF.get(letter) ?? 556;
  return (thousandths * size) / 1000;
}

/** Breaks a text between words into lines no wider than `width`; a longer word stays whole. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}
