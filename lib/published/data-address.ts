import { measureById } from "@/lib/measures/catalogue";
import { readReleaseSegment } from "./place-address";

export type DataAddress = { release: number | "latest"; place: string; measure: string | null };

const CODE = /^[A-Z0-9]{3,9}$/;

/** Reads `r2/places/Y56.csv` or `r2/places/Y56/vacancy-rate.csv`; null when there is nothing at such an address. */
export function readDataAddress(segments: readonly string[]): DataAddress | null {
  const [first, table, ...rest] = segments;
  const last = rest.at(-1);
  if (first === undefined || table !== "places" || !last?.endsWith(".csv") || rest.length > 2) return null;
  const [place = "", measure = null] = [...rest.slice(0, -1), last.slice(0, -".csv".length)];
  const release = readReleaseSegment(first);
  if (release === null || !CODE.test(place)) return null;
  if (measure !== null && measureById(measure) === undefined) return null;
  return { release, place, measure };
}
