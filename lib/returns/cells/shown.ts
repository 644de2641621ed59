/** A value as messages show it: in quotation marks, line ends as spaces, cut where it is long. */
export function shown(value: string): string {
  const flat = value.replace(/\s+/g, " ");
  return `\u201c${flat.length > 80 ? `${flat.slice(0, 79)}\u2026` : flat}\u201d`;
}
