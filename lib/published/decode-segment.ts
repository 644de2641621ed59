/** A segment of an address as it was meant; one with a broken escape is taken as it stands, and is then of nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
