import { CHART_WIDTHS } from "@/lib/charts/chart";
import { readReleaseSegment } from "./place-address";

export type ChartAddress = { release: number | "latest"; path: string; format: "svg" | "png" };

const CODE = /^[A-Z0-9]{3,9}$/;
const CHART = /^[a-z0-9_-]{1,80}$/;

/** Reads `r2/Y56/vacancy-rate/wide.svg`; null when there is nothing at such an address. */
export function readChartAddress(segments: readonly string[]): ChartAddress | null {
  const [first, place, chart, file, ...more] = segments;
  if (
    first === undefined ||
    place === undefined ||
    chart === undefined ||
    file === undefined ||
    more.length > 0
  )
    return null;
  const release = readReleaseSegment(first);
  const [width, format, ...parts] = file.split(".");
  if (release === null || parts.length > 0 || !CODE.test(place) || !CHART.test(chart)) return null;
  if (!CHART_WIDTHS.some((one) => one === width) || (format !== "svg" && format !== "png")) return null;
  return { release, path: `${place}/${chart}/${width}`, format };
}
