/** Text for inside an SVG's element or attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

type LineStyle = { size: number; fill: string; bold?: boolean };

/** Lines of text from a first baseline down, each at the left edge. */
export function textLines(lines: readonly string[], x: number, baseline: number, style: LineStyle): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${baseline + index * Math.round(style.size * 1.3)}" font-size="${style.size}"${
          style.bold ? ' font-weight="700"' : ""
        } fill="${style.fill}">${escapeXml(line)}</text>`,
    )
    .join("");
}
