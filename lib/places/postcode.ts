/** The parts of a postcode: "SE1 9RT" has area SE, outward SE1, sector SE1 9; an outward code alone has no inward. */
export type Postcode = { area: string; outward: string; inward: string | null };

/** Reads a whole postcode, or its outward half, in any case and with or without the space; null when it is neither. */
export function readPostcode(text: string): Postcode | null {
  const found = /^(([A-Z]{1,2})\d[A-Z\d]?)(\d[A-Z]{2})?$/.exec(text.toUpperCase().replace(/\s+/g, ""));
  if (!found) return null;
  const [, outward = "", area = "", inward = null] = found;
  return { area, outward, inward };
}

/** How near a place's postcode is to the one asked for: 4 the same, 3 its sector, 2 its outward half, 1 its area, 0 no. */
export function postcodeNearness(asked: Postcode, place: Postcode): 0 | 1 | 2 | 3 | 4 {
  if (asked.area !== place.area) return 0;
  if (asked.outward !== place.outward) return asked.inward === null ? 0 : 1;
  if (asked.inward === null || place.inward === null) return 2;
  if (asked.inward === place.inward) return 4;
  return asked.inward[0] === place.inward[0] ? 3 : 2;
}
